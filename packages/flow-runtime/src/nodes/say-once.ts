import type { NodeContext, NodeEvent, NodeStep } from '../node-type.ts'
import { renderText } from '../render-text.ts'
import type { LocalizedText } from '../text.ts'

/** Speaks a text and waits until it was heard or cut; nothing to say goes straight on. */
export function sayOnce(text: LocalizedText, interruptible: boolean, context: NodeContext): NodeStep<null> {
  const words = renderText(text, context)
  if (words === '') return { outcome: 'next', why: { code: 'nothingToSay' } }
  return { effects: [{ type: 'say', text: words, interruptible }] }
}

/** Goes on once the speech is over; a contact who broke in keeps the floor for the next listening node. */
export function spoken(event: NodeEvent): NodeStep<null> {
  if (event.type !== 'speechFinished') return {}
  if (event.completed) return { outcome: 'next', hasFloor: false, why: { code: 'everythingSaid' } }
  return { outcome: 'next', hasFloor: true, why: { code: 'callerInterrupted' } }
}

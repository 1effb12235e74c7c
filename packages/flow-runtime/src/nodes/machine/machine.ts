import * as z from 'zod'
import { defineNodeType, type NodeContext, type NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { localizedText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { machineEditor } from './machine-editor.ts'

const config = z.object({
  action: z.enum(['leaveMessage', 'pressKey', 'hangUp']).default('leaveMessage'),
  text: localizedText.default({}),
  /** Keys to press, for `pressKey`. */
  keys: z
    .string()
    .regex(/^[0-9*#]*$/, 'digits, * and # only')
    .default(''),
  /** How long the beep is waited for, in milliseconds; then the message is left all the same. */
  beepWithinMs: z.number().int().min(0).max(60_000).default(45_000),
})

export const machine = defineNodeType({
  type: 'machine',
  config,
  memory: z.null(),
  editor: machineEditor,
  listens: false,
  entered: 'byMachine',
  endsCall: true,
  outcomes: ({ action }) => (action === 'hangUp' ? [] : ['next']),
  speaks: ({ text }, flow, language) => fixedTexts(flow, language, text),
  enter(data, context): NodeStep<null> {
    if (data.action === 'hangUp') return { end: { outcome: 'machine', lastLine: '', hangUp: true }, why: { code: 'machineHungUp' } }
    if (data.action === 'pressKey') {
      return { effects: [{ type: 'sendKeys', keys: data.keys }], outcome: 'next', why: { code: 'keysSent' } }
    }
    return data.beepWithinMs === 0 ? leaveMessage(data, context) : { effects: [{ type: 'wait', ms: data.beepWithinMs }] }
  },
  on(data, event, context): NodeStep<null> {
    const isBeep = event.type === 'waitFinished' || (event.type === 'outsideEvent' && event.name === 'beep')
    if (isBeep) return leaveMessage(data, context)
    return event.type === 'speechFinished' ? { outcome: 'next', why: { code: 'messageLeft' } } : {}
  },
})

function leaveMessage({ text }: z.output<typeof config>, context: NodeContext): NodeStep<null> {
  const words = renderText(text, context)
  if (words === '') return { outcome: 'next', why: { code: 'nothingToSay' } }
  return { effects: [{ type: 'say', text: words, interruptible: false }] }
}

import type { NodeContext } from '../../node-type.ts'
import { renderForUse } from '../../render-text.ts'

/** Whether a text is something a line can be transferred to: a number (E.164) or a SIP address. */
export const isDialable = (text: string): boolean => /^\+\d{6,15}$/.test(text) || /^sips?:[^\s@<>"]+@[^\s@<>"]+$/i.test(text)

type Target = { destination: 'number' | 'queue' | 'colleague'; to: string; queue: string; colleague: string }

/** Where a transfer goes, as `TransferEffect.to` names it: a number, a SIP address, `queue:<name>`, `colleague:<id>` or `colleague:any`. */
export function transferTarget({ destination, to, queue, colleague }: Target, context: NodeContext): string | undefined {
  if (destination === 'colleague') return `colleague:${colleague.trim() || 'any'}`
  if (destination === 'queue') return queue.trim() === '' ? undefined : `queue:${queue.trim()}`
  const text = renderForUse(to, context)
  const dialable = /^sips?:/i.test(text) ? text : text.replace(/[\s().-]/g, '')
  return isDialable(dialable) ? dialable : undefined
}

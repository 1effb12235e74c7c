import type { NodeContext } from '../node-type.ts'
import type { SlotRequest, Understanding } from '../understanding.ts'
import { sureSlot } from './understand-request.ts'

/** Slot under which a yes or no is asked for; no variable can be called so. */
export const yesNoSlot = { name: '_confirmed', type: 'boolean' } as const satisfies SlotRequest

/** Whether the contact surely said yes (true) or no (false). */
export function saidYes(result: Understanding, context: NodeContext): boolean | undefined {
  const value = sureSlot(result, yesNoSlot.name, context)?.value
  return typeof value === 'boolean' ? value : undefined
}

import type { NodeContext } from '../../node-type.ts'
import type { FilledSlot, Understanding } from '../../understanding.ts'
import type { VariableType } from '../../variables.ts'
import { fittingSlot } from './fitting-slot.ts'
import { entriesOf, type FormConfig, type FormMemory } from './form-config.ts'

/** Types that a bare number can be meant for. */
const numeric: ReadonlySet<VariableType> = new Set(['number', 'time', 'date', 'dateTime', 'duration', 'money', 'phone'])
const fewWords = 3

/** Whether a short answer was taken for something else than what was asked: "How many?" "Four." is no time. */
export function isAmbiguous(data: FormConfig, result: Understanding, context: NodeContext, { asking, narrowed }: FormMemory): boolean {
  if (narrowed || (context.state.lastSaid?.text ?? '').split(/\s+/).length > fewWords) return false
  const filled = entriesOf(data, context).filter((entry) => fittingSlot(entry, result, context))
  const asked = entriesOf(data, context).find(({ variable }) => variable === asking)
  if (!asked || filled.length !== 1 || filled[0]?.variable === asking) return false
  return [asked, ...filled].every(({ declaration }) => numeric.has(declaration.type))
}

/** Whether a value is only the name of what is to be changed: "the day is wrong" names no day. */
export const isName = ({ raw }: FilledSlot, named: FilledSlot | undefined): boolean =>
  named !== undefined && wordsOf(raw).includes(named.raw.toLowerCase())

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/)

import type { NodeContext } from '../../node-type.ts'
import type { FilledSlot, Understanding } from '../../understanding.ts'
import { isValueOf } from '../../values.ts'
import { sureSlot } from '../understand-request.ts'
import type { Entry } from './form-config.ts'

/** What was found for a field, if the engine is sure enough of it and the variable can hold it. */
export function fittingSlot({ declaration }: Entry, result: Understanding, context: NodeContext): FilledSlot | undefined {
  const slot = sureSlot(result, declaration.name, context)
  return slot && isValueOf(declaration, slot.value) ? slot : undefined
}

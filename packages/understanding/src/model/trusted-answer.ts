import type { FilledSlot, UnderstandRequest } from '@parley/flow-runtime'
import type { ModelAnswer } from './answer-schema.ts'
import { canonicalValue } from './canonical-value.ts'

/** Keeps of a model's answer only what was asked and is well formed: a candidate intent, wanted slots with canonical values. */
export function trustedAnswer(
  { intents, slots, language }: UnderstandRequest,
  answer: ModelAnswer,
): Pick<ModelAnswer, 'intent' | 'confidence'> & { slots: FilledSlot[] } {
  const known = intents.some(({ name }) => name === answer.intent)
  const filled = slots.flatMap((slot): FilledSlot[] => {
    const said = answer.slots.find(({ name }) => name === slot.name)
    const value = said && canonicalValue(slot, said.value.trim(), language)
    return said && value !== undefined ? [{ name: slot.name, value, raw: said.raw, confidence: said.confidence }] : []
  })
  return { intent: known ? answer.intent : null, confidence: known ? answer.confidence : 0, slots: filled }
}

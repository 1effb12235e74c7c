import type { FilledSlot, SlotRequest, UnderstandRequest } from '@parley/flow-runtime'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import type { ModelAnswer } from './answer-schema.ts'

type Value = FilledSlot['value']

/** Keeps of a model's answer only what was asked and is well formed: a candidate intent, wanted slots with canonical values. */
export function trustedAnswer(
  { intents, slots }: UnderstandRequest,
  answer: ModelAnswer,
): Pick<ModelAnswer, 'intent' | 'confidence'> & { slots: FilledSlot[] } {
  const known = intents.some(({ name }) => name === answer.intent)
  const filled = slots.flatMap((slot): FilledSlot[] => {
    const said = answer.slots.find(({ name }) => name === slot.name)
    const value = said && canonical(slot, said.value.trim())
    return said && value !== undefined ? [{ name: slot.name, value, raw: said.raw, confidence: said.confidence }] : []
  })
  return { intent: known ? answer.intent : null, confidence: known ? answer.confidence : 0, slots: filled }
}

function canonical(slot: SlotRequest, value: string): Value | undefined {
  switch (slot.type) {
    case 'date':
      return z.iso.date().safeParse(value).data
    case 'time':
      return /^(?:[01]\d|2[0-3]):[0-5]\d/.exec(value)?.[0]
    case 'dateTime':
      return z.iso.datetime({ offset: true }).safeParse(value).success ? new Date(value).toISOString() : undefined
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : undefined
    case 'number':
    case 'money':
    case 'duration':
      return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined
    case 'phone': {
      const number = parsePhoneNumberFromString(value, 'US')
      return number?.isPossible() ? number.number : undefined
    }
    case 'email':
      return z.email().safeParse(value.toLowerCase()).data
    case 'choice':
      return slot.choices?.find((choice) => choice.value === value)?.value
    case 'personName':
    case 'text':
      return value === '' ? undefined : value
    default:
      return undefined
  }
}

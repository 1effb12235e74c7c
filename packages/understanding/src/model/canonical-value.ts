import type { FilledSlot, Language, SlotRequest } from '@parley/flow-runtime'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import { languages } from '../local/languages/languages.ts'

/** A value a model gave as text, in the form that a slot of its type holds; undefined when it is none. */
export function canonicalValue(slot: SlotRequest, value: string, language: Language): FilledSlot['value'] | undefined {
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
      const number = parsePhoneNumberFromString(value, languages[language].slots.phone.region)
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

import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A number (E.164) as it is written at home and abroad, and the country (ISO 3166) it belongs to; as it is when nobody knows its kind. */
export function shownNumber(number: string): { national: string; international: string; country?: string } {
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return { national: number, international: number }
  return { national: parsed.formatNational(), international: parsed.formatInternational(), country: parsed.country }
}

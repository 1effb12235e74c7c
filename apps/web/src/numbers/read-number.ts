import type { CountryCode } from 'libphonenumber-js/min'

type ReadNumber = { number: string; international: string }

/**
 * A telephone number as somebody typed it, in E.164 and as it is written abroad; `like`: a number (E.164) of the country it may be meant in.
 * Undefined when it is none. Loads what knows numbers when it is first needed.
 */
export async function readNumber(text: string, like?: string): Promise<ReadNumber | undefined> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  const country: CountryCode | undefined = like === undefined ? undefined : parsePhoneNumberFromString(like)?.country
  const parsed = parsePhoneNumberFromString(text, country)
  return parsed?.isPossible() ? { number: parsed.number, international: parsed.formatInternational() } : undefined
}

import { isSupportedCountry, ParseError, type PhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/max'

export type PhoneProblem = 'empty' | 'notANumber' | 'tooShort' | 'tooLong' | 'noCountry' | 'invalid' | 'premiumRate'
/** `number`: E.164. `fixed`: its area code says where it is; in North America every number's does. */
export type NormalisedPhone = { ok: true; number: string; country: string; fixed: boolean } | { ok: false; reason: PhoneProblem }

const reasons: Record<string, PhoneProblem> = { INVALID_COUNTRY: 'noCountry', TOO_SHORT: 'tooShort', TOO_LONG: 'tooLong' }
const costly = ['PREMIUM_RATE', 'SHARED_COST', 'UAN', 'TOLL_FREE']

/**
 * A number as people write it, in E.164. Without `+` (or `00`) it is one of the default country (two letters). Numbers that cost the caller or
 * belong to nobody are refused.
 */
export function normalisePhone(text: string, defaultCountry?: string): NormalisedPhone {
  const written = text.normalize('NFKC').trim().replace(/^tel:/i, '').replace(/^00/, '+')
  if (written === '') return { ok: false, reason: 'empty' }
  const parsed = parse(written, defaultCountry?.toUpperCase())
  if (typeof parsed === 'string') return { ok: false, reason: parsed }
  const country = parsed.country
  if (parsed.ext !== undefined || country === undefined || !parsed.isValid()) return { ok: false, reason: 'invalid' }
  const type = parsed.getType()
  if (type !== undefined && costly.includes(type)) return { ok: false, reason: 'premiumRate' }
  const fixed = type === 'FIXED_LINE' || (type === 'FIXED_LINE_OR_MOBILE' && parsed.countryCallingCode === '1')
  return { ok: true, number: parsed.number, country, fixed }
}

function parse(text: string, country: string | undefined): PhoneNumber | PhoneProblem {
  const defaultCountry = country !== undefined && isSupportedCountry(country) ? country : undefined
  try {
    return parsePhoneNumberWithError(text, { defaultCountry, extract: false })
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return reasons[error.message] ?? 'notANumber'
  }
}

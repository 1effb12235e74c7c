import type { Language } from '../text.ts'
import { numberAsRead } from './number-as-read.ts'

type Words = { one: string; many: string; cent: string; cents: string }
type Currency = { sign: string; en: Words; fr: Words }

/** Currencies by the ISO 4217 code that a value may carry (`"12.50 GBP"`). */
const currencies = {
  EUR: {
    sign: '€',
    en: { one: 'euro', many: 'euros', cent: 'cent', cents: 'cents' },
    fr: { one: 'euro', many: 'euros', cent: 'centime', cents: 'centimes' },
  },
  USD: {
    sign: '$',
    en: { one: 'dollar', many: 'dollars', cent: 'cent', cents: 'cents' },
    fr: { one: 'dollar', many: 'dollars', cent: 'cent', cents: 'cents' },
  },
  GBP: {
    sign: '£',
    en: { one: 'pound', many: 'pounds', cent: 'penny', cents: 'pence' },
    fr: { one: 'livre', many: 'livres', cent: 'penny', cents: 'pence' },
  },
  CHF: {
    sign: 'CHF',
    en: { one: 'franc', many: 'francs', cent: 'centime', cents: 'centimes' },
    fr: { one: 'franc', many: 'francs', cent: 'centime', cents: 'centimes' },
  },
  INR: {
    sign: '₹',
    en: { one: 'rupee', many: 'rupees', cent: 'paisa', cents: 'paise' },
    fr: { one: 'roupie', many: 'roupies', cent: 'paisa', cents: 'paise' },
  },
} as const satisfies Record<string, Currency>
export type CurrencyCode = keyof typeof currencies

const codes = Object.keys(currencies).filter((code): code is CurrencyCode => code in currencies)
const usual = { en: 'USD', fr: 'EUR' } as const satisfies Record<Language, CurrencyCode>

export type Amount = { value: number; currency: CurrencyCode }

/** An amount in units of a currency: the one it carries, else `wanted`, else the language's usual one. */
export function amountOf(value: string | number, language: Language, wanted?: CurrencyCode): Amount | undefined {
  const match = typeof value === 'string' ? /^(-?\d{1,12}(?:\.\d{1,6})?)(?: ([A-Z]{3}))?$/.exec(value) : null
  const amount = typeof value === 'number' ? value : Number(match?.[1] ?? Number.NaN)
  const carried = match?.[2]
  const currency = carried === undefined ? (wanted ?? usual[language]) : codes.find((code) => code === carried)
  return currency && Math.abs(amount) < 1e12 ? { value: Math.round(amount * 100) / 100, currency } : undefined
}

/** "12 dollars and 50 cents" / "12 euros 50", "50 cents" / "50 centimes". */
export function moneyInWords({ value, currency }: Amount, language: Language): string {
  const words = currencies[currency][language]
  const size = Math.abs(value)
  const units = Math.trunc(size)
  const hundredths = Math.round((size - units) * 100)
  const isMany = (count: number) => (language === 'fr' ? count > 1 : count !== 1)
  const whole = `${numberAsRead(units, language)} ${of(units, words, language)}${isMany(units) ? words.many : words.one}`
  const part = `${hundredths} ${isMany(hundredths) ? words.cents : words.cent}`
  const said = hundredths === 0 ? whole : units === 0 ? part : together(whole, part, hundredths, language)
  return value < 0 ? `${language === 'fr' ? 'moins' : 'minus'} ${said}` : said
}

/** "12 euros 50", but "12 euros et 5 centimes": a lone 5 would be heard as fifty or five tenths. */
function together(whole: string, part: string, hundredths: number, language: Language): string {
  if (language === 'en') return `${whole} and ${part}`
  return hundredths < 10 ? `${whole} et ${part}` : `${whole} ${hundredths}`
}

/** "un million d'euros", "un million de dollars". */
function of(units: number, { many }: Words, language: Language): string {
  if (language !== 'fr' || units === 0 || units % 1_000_000 !== 0) return ''
  return /^[aeiou]/.test(many) ? "d'" : 'de '
}

/** "$12.50" / "12,50 €", for what is read with the eyes. */
export function moneyAsWritten({ value, currency }: Amount, language: Language): string {
  const { sign } = currencies[currency]
  const figures = Math.abs(value).toFixed(Number.isInteger(value) ? 0 : 2)
  const minus = value < 0 ? '-' : ''
  if (language === 'fr') return `${minus}${figures.replace('.', ',')}\u00a0${sign}`
  return `${minus}${sign}${sign.length > 1 ? ' ' : ''}${figures}`
}

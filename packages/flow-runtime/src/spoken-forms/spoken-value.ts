import type { Language } from '../text.ts'
import type { Json } from '../variables.ts'
import { zonedParts } from '../zoned-parts.ts'
import { epochOf } from './calendar-date.ts'
import { dateInWords, dayMonthInWords, relativeDayInWords, weekdayOf } from './date-in-words.ts'
import { durationInWords } from './duration-in-words.ts'
import { emailInWords } from './email-in-words.ts'
import { codeInWords, spelledInWords } from './letters-in-words.ts'
import { listInWords } from './list-in-words.ts'
import { amountOf, type CurrencyCode, moneyAsWritten, moneyInWords } from './money-in-words.ts'
import { numberAsRead, numberOf } from './number-as-read.ts'
import { ordinalInWords } from './ordinal-in-words.ts'
import { phoneInWords } from './phone-in-words.ts'
import type { SpokenFormat } from './spoken-formats.ts'
import { timeInWords } from './time-in-words.ts'

/** `now` (epoch milliseconds) and `timeZone` (IANA) say what today is; `voice` is heard, `text` is read with the eyes. */
export type Speaking = { language: Language; timeZone: string; now: number; medium: 'voice' | 'text' }

/** A value as a person of that language says it, or writes it in a message; '' when there is none. */
export function spokenValue(value: Json | undefined, format: SpokenFormat, speaking: Speaking): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return yesNo(value, speaking.language)
  if (typeof value === 'number' || typeof value === 'string') return spokenScalar(value, format, speaking)
  if (!isList(value)) return ''
  const items = value.map((item) => spokenValue(item, format, speaking))
  return listInWords(items, format === 'or' ? 'or' : 'and', speaking.language)
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)

type Scalar = string | number
/** undefined: the value is nothing this form can say; it is then said as it is. */
type Form = (value: Scalar, speaking: Speaking) => string | undefined

/** Words that only a defect in an outside system can have written; nobody is to hear them. */
const leftovers: readonly string[] = ['undefined', 'NaN', '[object Object]']

function spokenScalar(value: Scalar, format: SpokenFormat, speaking: Speaking): string {
  if (typeof value === 'string' && leftovers.includes(value)) return ''
  const form = speaking.medium === 'text' ? (writtenForms[format] ?? forms[format]) : forms[format]
  return form(value, speaking) || asItIs(value, speaking)
}

function asItIs(value: Scalar, { language }: Speaking): string {
  if (typeof value === 'number') return numberAsRead(value, language, { grouped: false })
  return value
}

const inWords =
  (say: (words: string, language: Language) => string): Form =>
  (value, { language }) =>
    say(String(value), language)

const ofDate =
  (say: (date: string, language: Language, today: string) => string): Form =>
  (value, speaking) =>
    say(localPart(value, 'date', speaking), speaking.language, today(speaking))

const ofNumber =
  (say: (number: number, language: Language) => string): Form =>
  (value, { language }) => {
    const number = numberOf(value)
    return number === undefined ? undefined : say(number, language)
  }

const ofMoney =
  (say: typeof moneyInWords, wanted?: CurrencyCode): Form =>
  (value, { language }) => {
    const amount = amountOf(value, language, wanted)
    return amount && say(amount, language)
  }

const forms: Record<SpokenFormat, Form> = {
  date: ofDate(dateInWords),
  weekday: ofDate(weekdayOf),
  dayMonth: ofDate(dayMonthInWords),
  relativeDay: ofDate(relativeDayInWords),
  time: (value, speaking) => timeInWords(localPart(value, 'time', speaking), speaking.language),
  dateTime: instantInWords,
  duration: ofNumber(durationInWords),
  number: ofNumber(numberAsRead),
  ordinal: ofNumber((number, language) => (Number.isSafeInteger(number) ? ordinalInWords(number, language) : '')),
  money: ofMoney(moneyInWords),
  euros: ofMoney(moneyInWords, 'EUR'),
  dollars: ofMoney(moneyInWords, 'USD'),
  pounds: ofMoney(moneyInWords, 'GBP'),
  francs: ofMoney(moneyInWords, 'CHF'),
  rupees: ofMoney(moneyInWords, 'INR'),
  phone: inWords(phoneInWords),
  email: inWords(emailInWords),
  digits: (value) => [...String(value).replace(/[^\d+]/g, '')].join(' ').replace('+', 'plus'),
  code: inWords(codeInWords),
  spelled: inWords(spelledInWords),
  yesNo: asItIs,
  or: asItIs,
  plain: asItIs,
}

/** What is read is not spelled out: numbers, addresses and codes stay as they are. */
const writtenForms: Partial<Record<SpokenFormat, Form>> = {
  money: ofMoney(moneyAsWritten),
  euros: ofMoney(moneyAsWritten, 'EUR'),
  dollars: ofMoney(moneyAsWritten, 'USD'),
  pounds: ofMoney(moneyAsWritten, 'GBP'),
  francs: ofMoney(moneyAsWritten, 'CHF'),
  rupees: ofMoney(moneyAsWritten, 'INR'),
  phone: asItIs,
  email: asItIs,
  digits: asItIs,
  code: asItIs,
  spelled: asItIs,
}

function yesNo(value: boolean, language: Language): string {
  if (language === 'fr') return value ? 'oui' : 'non'
  return value ? 'yes' : 'no'
}

const today = ({ now, timeZone }: Speaking): string => zonedParts(now, timeZone).date

/** The date or the time of an instant in the call's zone; any other value as it is. */
function localPart(value: Scalar, part: 'date' | 'time', { timeZone }: Speaking): string {
  const at = typeof value === 'string' ? epochOf(value) : undefined
  return at === undefined ? String(value) : zonedParts(at, timeZone)[part]
}

function instantInWords(value: Scalar, speaking: Speaking): string | undefined {
  const { language } = speaking
  const at = typeof value === 'string' ? epochOf(value) : undefined
  if (at === undefined) return undefined
  const { date, time } = zonedParts(at, speaking.timeZone)
  return `${dateInWords(date, language, today(speaking))} ${language === 'fr' ? 'à' : 'at'} ${timeInWords(time, language)}`
}

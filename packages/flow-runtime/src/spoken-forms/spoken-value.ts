import type { Language } from '../text.ts'
import type { Json, VariableType } from '../variables.ts'
import { zonedParts } from '../zoned-parts.ts'
import { dateInWords, weekdayOf } from './date-in-words.ts'
import { timeInWords } from './time-in-words.ts'

/** Forms that can be named in a text: `{{ day | weekday }}`. */
export const spokenFormats = ['date', 'weekday', 'time', 'dateTime', 'digits', 'yesNo', 'plain'] as const
export type SpokenFormat = (typeof spokenFormats)[number]

const formatOfType: Partial<Record<VariableType, SpokenFormat>> = {
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  phone: 'digits',
  boolean: 'yesNo',
}

/** How a value of a type is said when no form is named. */
export const formatFor = (type: VariableType | undefined): SpokenFormat => (type && formatOfType[type]) ?? 'plain'

/** A value as a person of that language says it; '' when there is none. `timeZone` (IANA) places instants on the clock. */
export function spokenValue(value: Json | undefined, format: SpokenFormat, language: Language, timeZone: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return yesNo(value, language)
  if (Array.isArray(value)) return value.map((item: Json) => spokenValue(item, format, language, timeZone)).join(', ')
  if (typeof value === 'object') return ''
  const words = String(value)
  if (format === 'date') return dateInWords(words, language)
  if (format === 'weekday') return weekdayOf(words, language) || words
  if (format === 'time') return timeInWords(words, language)
  if (format === 'dateTime') return instantInWords(words, language, timeZone)
  if (format === 'digits') return digitByDigit(words)
  return typeof value === 'number' && language === 'fr' ? words.replace('.', ',') : words
}

function yesNo(value: boolean, language: Language): string {
  if (language === 'fr') return value ? 'oui' : 'non'
  return value ? 'yes' : 'no'
}

function instantInWords(instant: string, language: Language, timeZone: string): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  const { date, time } = zonedParts(at, timeZone)
  return `${dateInWords(date, language)} ${language === 'fr' ? 'à' : 'at'} ${timeInWords(time, language)}`
}

/** "+15550100" → "plus 1 5 5 5 0 1 0 0". */
function digitByDigit(value: string): string {
  return [...value.replace(/[^\d+]/g, '')].join(' ').replace('+', 'plus')
}

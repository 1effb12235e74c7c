import type { NodeContext } from '../node-type.ts'
import { timeZoneOf } from '../time-zone-of.ts'
import { isValueOf } from '../values.ts'
import type { VariableDeclaration, VariableType } from '../variables.ts'
import { zonedParts } from '../zoned-parts.ts'

type Value = string | number | boolean

const typable: ReadonlySet<VariableType> = new Set(['boolean', 'choice', 'date', 'time', 'number', 'money', 'phone', 'text'])
/** Years searched for the next February 29. */
const yearsAhead = 8

/** Whether a value of this type can be typed on a telephone's keys. */
export const canBeTyped = ({ type }: VariableDeclaration): boolean => typable.has(type)

/** Whether nothing can follow these digits: the entry need not wait for a pause. */
export function isEntryComplete({ type, choices = [] }: VariableDeclaration, digits: string): boolean {
  if (type === 'boolean') return true
  if (type === 'choice') return digits.length >= String(choices.length).length
  if (type === 'date') return digits.length >= 8
  return type === 'time' && digits.length >= 4
}

/** `*` is the decimal point of numbers; elsewhere it starts the entry again. */
export function withKey({ type }: VariableDeclaration, digits: string, key: string): string {
  if (key !== '*') return digits + key
  return type === 'number' || type === 'money' ? `${digits}.` : ''
}

/**
 * The value typed as a person would: a day as month and day in English (`1124`), day and month in French (`2411`), the next such day
 * unless the year follows (`11242026`); a time on the 24-hour clock (`9`, `930`, `1530`); 1 for yes and 2 for no; the nth choice.
 * Undefined when the digits are no such value. A phone number has to be understood by an engine, which knows the country.
 */
export function typedValue(variable: VariableDeclaration, digits: string, context: NodeContext): Value | undefined {
  const value = read(variable, digits, context)
  return value !== undefined && isValueOf(variable, value) ? value : undefined
}

function read({ type, choices = [] }: VariableDeclaration, digits: string, context: NodeContext): Value | undefined {
  if (type === 'boolean') return digits === '1' ? true : digits === '2' ? false : undefined
  if (type === 'choice') return choices[Number(digits) - 1]?.value
  if (type === 'number' || type === 'money') return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : undefined
  if (type === 'date') return typedDate(digits, context)
  if (type === 'time') return typedTime(digits)
  return type === 'text' ? digits : undefined
}

function typedDate(digits: string, context: NodeContext): string | undefined {
  const match = /^(\d\d)(\d\d)(\d{4})?$/.exec(digits)
  if (!match) return undefined
  const [, first, second, year] = match
  const monthDay = context.state.language === 'fr' ? `${second}-${first}` : `${first}-${second}`
  if (year) return existing(`${year}-${monthDay}`)
  const today = zonedParts(context.now, timeZoneOf(context)).date
  for (let ahead = 0; ahead <= yearsAhead; ahead += 1) {
    const date = existing(`${Number(today.slice(0, 4)) + ahead}-${monthDay}`)
    if (date !== undefined && date >= today) return date
  }
  return undefined
}

/** The date, unless the calendar has no such day. */
function existing(date: string): string | undefined {
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : undefined
}

function typedTime(digits: string): string | undefined {
  if (!/^\d{1,4}$/.test(digits)) return undefined
  const full = digits.length <= 2 ? `${digits.padStart(2, '0')}00` : digits.padStart(4, '0')
  return `${full.slice(0, 2)}:${full.slice(2)}`
}

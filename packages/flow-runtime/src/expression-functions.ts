import { type Environment, EvaluationError } from '@marcbachmann/cel-js'
import { dateOfDayNumber, dayNumberOf, isoWeekdayOf } from './spoken-forms/calendar-date.ts'
import { clockOf } from './spoken-forms/time-in-words.ts'

/** Functions of conditions and computed values. Dates are `2026-11-24`, times `15:30`; anything else has no result. */
export function registerFunctions(environment: Environment): void {
  environment
    .registerFunction('daysBetween(string, string): double', (from: string, to: string) => day(to) - day(from))
    .registerFunction('addDays(string, int): string', later)
    .registerFunction('addDays(string, double): string', later)
    .registerFunction('weekday(string): double', (date: string) => isoWeekdayOf(day(date)))
    .registerFunction('minutesBetween(string, string): double', (from: string, to: string) => minutes(to) - minutes(from))
    .registerFunction('hour(string): double', (time: string) => Math.floor(minutes(time) / 60))
    .registerFunction('lower(string): string', (text: string) => text.toLowerCase())
    .registerFunction('digits(string): string', (text: string) => text.replace(/\D/g, ''))
    .registerFunction('round(double): double', (number: number) => Math.round(number))
    .registerFunction('round(int): int', (number: bigint) => number)
}

const day = (date: string): number => dayNumberOf(date) ?? fail(`no date: ${date}`)

const later = (date: string, days: number | bigint): string =>
  dateOfDayNumber(day(date) + Number(days)) ?? fail(`no date: ${date} + ${days}`)

function minutes(time: string): number {
  const { hour, minute } = clockOf(time) ?? fail(`no time: ${time}`)
  return hour * 60 + minute
}

function fail(message: string): never {
  throw new EvaluationError({ code: 'invalid_argument', message })
}

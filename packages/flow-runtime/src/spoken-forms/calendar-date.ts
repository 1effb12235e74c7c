const dayMs = 86_400_000

/** A day of the calendar; `number` counts days from 1970-01-01. */
export type CalendarDay = { year: number; month: number; day: number; number: number }

/** The day a date such as `2026-11-24` names, from the year 100 on; undefined when the calendar has no such day. */
export function calendarDayOf(date: string): CalendarDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))]
  if (year < 100 || day < 1 || day > daysIn(year, month)) return undefined
  return { year, month, day, number: Date.UTC(year, month - 1, day) / dayMs }
}

/** 0 when there is no such month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** Days from 1970-01-01 to a date such as `2026-11-24`; undefined when the calendar has no such day. */
export const dayNumberOf = (date: string): number | undefined => calendarDayOf(date)?.number

/** The date that many days after 1970-01-01; undefined beyond the years 100 to 9999. */
export function dateOfDayNumber(days: number): string | undefined {
  const at = new Date(Math.trunc(days) * dayMs)
  const year = at.getUTCFullYear()
  return year >= 100 && year <= 9999 ? at.toISOString().slice(0, 10) : undefined
}

/** 1 = Monday … 7 = Sunday, of a day counted from 1970-01-01. */
export const isoWeekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** Epoch milliseconds of an ISO 8601 instant with its zone (`2026-11-24T14:30:00Z`, `…+01:00`); undefined when it is none. */
export function epochOf(instant: string): number | undefined {
  if (instant[10] !== 'T') return undefined
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(instant)
  const at = match?.[1] !== undefined && calendarDayOf(match[1]) ? Date.parse(instant) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

const dayMs = 86_400_000

/** Days from 1970-01-01 to a date such as `2026-11-24`; undefined when the calendar has no such day. */
export function dayNumberOf(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? at / dayMs : undefined
}

/** The date that many days after 1970-01-01; undefined beyond the years 0 to 9999. */
export function dateOfDayNumber(days: number): string | undefined {
  const at = new Date(Math.trunc(days) * dayMs)
  const year = at.getUTCFullYear()
  return year >= 0 && year <= 9999 ? at.toISOString().slice(0, 10) : undefined
}

/** 1 = Monday … 7 = Sunday, of a day counted from 1970-01-01. */
export const isoWeekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** Epoch milliseconds of an ISO instant with its zone (`2026-11-24T14:30:00Z`, `…+01:00`); undefined when it is none. */
export function epochOf(instant: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(instant)
  const at = match?.[1] !== undefined && dayNumberOf(match[1]) !== undefined ? Date.parse(instant) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

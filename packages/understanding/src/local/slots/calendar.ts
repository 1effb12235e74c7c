/** A day of the calendar, free of time zones. */
export type Day = { year: number; month: number; day: number }
/** What "today" and "now" mean in a call's zone. `weekday`: 0 is Sunday. */
export type Today = Day & { weekday: number; minutes: number; timeZone: string; now: number }

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

export const isoDate = ({ year, month, day }: Day): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`
export const isoTime = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

/** The given instant (epoch milliseconds) in an IANA zone; UTC when the zone is unknown. */
export function todayIn(timeZone: string, now: number): Today {
  const zone = knownZone(timeZone)
  const parts = zonedParts(zone, now)
  return { ...parts, weekday: weekdayOf(parts), minutes: parts.hour * 60 + parts.minute, timeZone: zone, now }
}

export function addDays(day: Day, days: number): Day {
  return fromUtc(new Date(Date.UTC(day.year, day.month - 1, day.day + days)))
}

/** Months later, on the last day of the month when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const first = fromUtc(new Date(Date.UTC(day.year, day.month - 1 + months, 1)))
  return { ...first, day: Math.min(day.day, daysIn(first.year, first.month)) }
}

export const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay()
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
export const isBefore = (a: Day, b: Day): boolean => isoDate(a) < isoDate(b)
export const isDay = ({ year, month, day }: Day): boolean => month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** The instant of a clock time on a day in a zone, as ISO text in UTC; a time skipped by summer time becomes the one after the gap. */
export function instantOf(day: Day, minutes: number, timeZone: string): string {
  const wanted = Date.UTC(day.year, day.month - 1, day.day, Math.floor(minutes / 60), minutes % 60)
  let guess = wanted
  for (let round = 0; round < 2; round++) guess = wanted - offsetAt(timeZone, guess)
  return new Date(guess).toISOString()
}

function offsetAt(timeZone: string, at: number): number {
  const { year, month, day, hour, minute } = zonedParts(timeZone, at)
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const created = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formatters.set(timeZone, created)
  return created
}

function knownZone(timeZone: string): string {
  try {
    formatterOf(timeZone)
    return timeZone
  } catch {
    return 'UTC'
  }
}

function zonedParts(timeZone: string, at: number): Day & { hour: number; minute: number } {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) parts[type] = Number(value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts
  return { year, month, day, hour, minute }
}

const fromUtc = (date: Date): Day => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })

/** Date `2026-11-24` and time `15:30` on the calendar and the clock of a zone. */
export type WallClock = { date: string; time: string }

const minuteMs = 60_000
const dayMs = 86_400_000
const formatters = new Map<string, Intl.DateTimeFormat>()

/** What a clock in the zone shows at an instant (epoch milliseconds). Throws RangeError for an unknown zone. */
export function wallClockAt(at: number, timeZone: string): WallClock {
  const shown = new Date(at + offsetMsAt(at, timeZone)).toISOString()
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** Instant with the zone's offset: `2026-11-24T15:30:00+01:00`. */
export function isoWithOffset(at: number, timeZone: string): string {
  const offsetMs = offsetMsAt(at, timeZone)
  const minutes = Math.abs(offsetMs) / minuteMs
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `${new Date(at + offsetMs).toISOString().slice(0, 19)}${offsetMs < 0 ? '-' : '+'}${hours}:${rest}`
}

/**
 * The instant at which a clock in the zone shows this. Of a time shown twice (clocks go back) the first; a time that is
 * skipped (clocks go forward) becomes the one as much later. `24:00` is the next day's midnight.
 */
export function instantOf({ date, time }: WallClock, timeZone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const shown = Date.parse(`${date}T00:00:00Z`) + (hours * 60 + minutes) * minuteMs
  const before = shown - offsetMsAt(shown - dayMs, timeZone)
  const after = shown - offsetMsAt(shown + dayMs, timeZone)
  const valid = [before, after].filter((at) => at + offsetMsAt(at, timeZone) === shown)
  return valid.length > 0 ? Math.min(...valid) : before
}

/** The calendar day so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** ISO weekday of a calendar day: 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function offsetMsAt(at: number, timeZone: string): number {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(at / 1_000) * 1_000
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const numeric = 'numeric' as const
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric }
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', calendar: 'gregory', ...fields })
  formatters.set(timeZone, formatter)
  return formatter
}

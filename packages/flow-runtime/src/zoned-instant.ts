import { clockOf } from './spoken-forms/time-in-words.ts'
import { zonedParts } from './zoned-parts.ts'

const dayMs = 86_400_000

/**
 * The instant (epoch milliseconds) of a calendar date and a clock time in an IANA zone; undefined when they are none. A time that the
 * clock shows twice is the first of both; one it skips is as much later as the clock jumps (as RFC 5545 has it).
 */
export function instantOf(date: string, time: string, timeZone: string): number | undefined {
  const clock = clockOf(time)
  const midnight = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // Some engines take February 30 for March 2.
  if (!clock || Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return undefined
  const asUtc = midnight + (clock.hour * 60 + clock.minute) * 60_000
  const before = asUtc - offsetAt(asUtc - dayMs, timeZone)
  const after = asUtc - offsetAt(asUtc + dayMs, timeZone)
  const shows = (at: number) => offsetAt(at, timeZone) === asUtc - at
  return [before, after].sort((a, b) => a - b).find(shows) ?? before
}

/** An instant as ISO text on the clock of a zone, to the minute: `2026-11-24T15:30:00+01:00`. */
export function zonedIso(at: number, timeZone: string): string {
  const { date, time } = zonedParts(at, timeZone)
  const minutes = Math.round(offsetAt(at, timeZone) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${date}T${time}:00${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000
  const { date, time } = zonedParts(minute, timeZone)
  return Date.parse(`${date}T${time}:00Z`) - minute
}

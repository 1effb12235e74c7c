import { dateOf, dayOf, minutesOf } from '../clock/calendar-days.ts'
import { dayMs, zoneClock } from '../clock/zone-clock.ts'
import type { Wish } from './lead-facts.ts'

const minuteMs = 60_000

/**
 * The instant a wish is for. A time without a date is its next coming after it was said; a time the clock skips is as much later as the clock jumps,
 * of one it shows twice the first. Undefined when it is no time, or it is not known on which clock (several zones, an unknown one).
 */
export function wishedAt(wish: Wish, saidAt: number, zones: readonly string[]): number | undefined {
  if ('at' in wish) return wish.at
  const [zone = '', ...others] = zones
  const clock = others.length === 0 ? zoneClock(zone) : undefined
  const minutes = minutesOf(wish.time)
  if (!clock || minutes === undefined) return undefined
  const instantOn = (day: number) => {
    const shown = day * dayMs + minutes * minuteMs
    const candidates = [shown - clock.offsetAt(shown - dayMs), shown - clock.offsetAt(shown + dayMs)].sort((a, b) => a - b)
    return candidates.find((at) => at + clock.offsetAt(at) === shown) ?? shown - clock.offsetAt(shown - dayMs)
  }
  if (wish.date !== undefined) {
    const day = dayOf(wish.date)
    return day === undefined ? undefined : instantOn(day)
  }
  const today = Math.floor((saidAt + clock.offsetAt(saidAt)) / dayMs)
  const at = instantOn(today)
  return at > saidAt ? at : instantOn(today + 1)
}

/** `2026-11-28 17:00` on the clock of the zone; undefined when it is unknown. */
export function localTime(at: number, zone: string): string | undefined {
  const clock = zoneClock(zone)
  if (!clock) return undefined
  const shown = at + clock.offsetAt(at)
  return `${dateOf(Math.floor(shown / dayMs))} ${new Date(shown).toISOString().slice(11, 16)}`
}

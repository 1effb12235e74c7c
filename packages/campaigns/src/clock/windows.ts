import { type Calendar, closedOn, type DayReason } from './calendar.ts'
import { openSpans, type Span } from './open-spans.ts'
import type { DayPart } from './schedule.ts'
import { dayMs, type ZoneClock, zoneClock } from './zone-clock.ts'

/** Where somebody may live: every zone their number stands for, and its country if known. All the zones must be open. */
export type Place = { zones: readonly string[]; country?: string }

export type ClosedReason = DayReason | 'outsideHours' | 'unknownTimeZone' | 'unknownCountry' | 'brokenSchedule' | 'noCommonWindow'

/** `until`: the first instant that is closed again. `askAgainAt`: the next opening; null when none will come. */
export type MayCall = { open: true; until: number } | { open: false; reason: ClosedReason; askAgainAt: number | null }

const horizonDays = 400
/** Zones that have found no common window after so many steps (more than a week) are taken to have none. */
const mostSteps = 24

/** Whether somebody may be called at an instant (epoch milliseconds). Every doubt closes: an unknown zone, a missing country, a broken schedule. */
export function mayCallAt(at: number, place: Place, calendar: Calendar): MayCall {
  const clocks = clocksOf(place, calendar)
  if (typeof clocks === 'string') return { open: false, reason: clocks, askAgainAt: null }
  const reason = clocks.map((clock) => closedAt(at, clock, place.country, calendar)).find((one) => one !== undefined)
  const next = commonSpan(at, clocks, place.country, calendar)
  if (reason === undefined && next?.from === at) return { open: true, until: next.to }
  if (next) return { open: false, reason: reason ?? 'noCommonWindow', askAgainAt: next.from }
  const isOver = reason === 'afterLastDate' || reason === 'unknownHolidays' || clocks.length === 1
  return { open: false, reason: isOver ? (reason ?? 'afterLastDate') : 'noCommonWindow', askAgainAt: null }
}

/** The first span at or after an instant in which somebody may be called, in a part of the day if one is wanted; it begins at the instant itself when that is open. */
export function nextWindow(at: number, place: Place, calendar: Calendar, part?: DayPart): Span | undefined {
  const clocks = clocksOf(place, calendar)
  return typeof clocks === 'string' ? undefined : commonSpan(at, clocks, place.country, calendar, part)
}

function clocksOf({ zones, country }: Place, calendar: Calendar): ZoneClock[] | ClosedReason {
  if (calendar.broken) return 'brokenSchedule'
  if (calendar.contactCountry && country === undefined) return 'unknownCountry'
  const clocks = zones.flatMap((zone) => zoneClock(zone) ?? [])
  return zones.length === 0 || clocks.length < zones.length ? 'unknownTimeZone' : clocks
}

const dayAt = (at: number, clock: ZoneClock) => Math.floor((at + clock.offsetAt(at)) / dayMs)

function closedAt(at: number, clock: ZoneClock, country: string | undefined, calendar: Calendar): ClosedReason | undefined {
  const day = dayAt(at, clock)
  const reason = closedOn(calendar, day, country)
  if (reason) return reason
  return openSpans(calendar, clock, day).some(({ from, to }) => from <= at && at < to) ? undefined : 'outsideHours'
}

function commonSpan(at: number, clocks: readonly ZoneClock[], country: string | undefined, calendar: Calendar, part?: DayPart) {
  let from = at
  for (let step = 0; step < mostSteps; step += 1) {
    let common: Span = { from, to: Number.POSITIVE_INFINITY }
    for (const clock of clocks) {
      const span = nextSpan(from, clock, country, calendar, part)
      if (!span) return undefined
      common = { from: Math.max(common.from, span.from), to: Math.min(common.to, span.to) }
    }
    if (common.from < common.to && (common.from === from || clocks.length === 1)) return common
    from = common.from
  }
  return undefined
}

/** The part of the first span that is not over yet. */
function nextSpan(at: number, clock: ZoneClock, country: string | undefined, calendar: Calendar, part?: DayPart): Span | undefined {
  // A clock set back over midnight shows the day before once more.
  const today = dayAt(at, clock) - 1
  const first = Math.max(today, calendar.firstDay)
  const last = Math.min(calendar.lastDay, first + horizonDays)
  for (let day = first; day <= last; day += 1) {
    if (closedOn(calendar, day, country)) continue
    const span = openSpans(calendar, clock, day, part).find(({ to }) => to > at)
    if (span) return { from: Math.max(at, span.from), to: span.to }
  }
  return undefined
}

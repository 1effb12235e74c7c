import type { Calendar } from './calendar.ts'
import { type DayNumber, weekdayOf } from './calendar-days.ts'
import { type DayPart, dayParts } from './schedule.ts'
import { dayMs, type ZoneClock } from './zone-clock.ts'

/** Instants, the end excluded. */
export type Span = { from: number; to: number }

const minuteMs = 60_000
/** Clocks on earth are between 12 hours behind and 14 hours ahead of UTC. */
const mostBehind = 12 * 3_600_000
const mostAhead = 14 * 3_600_000

/**
 * When the windows of a calendar day are open in a zone: exactly the instants at which its clock shows that date and a time within a window. A time
 * the clock skips is in no span; one it shows twice is in two. Says nothing about whether the day itself is open.
 */
export function openSpans(calendar: Calendar, clock: ZoneClock, day: DayNumber, part?: DayPart): Span[] {
  const windows = calendar.windows.get(weekdayOf(day)) ?? []
  if (windows.length === 0) return []
  const [partFrom, partTo] = part ? dayParts[part] : [0, 1_440]
  const midnight = day * dayMs
  const early = midnight - mostAhead
  const late = midnight + dayMs + mostBehind
  const before = clock.offsetAt(early)
  const after = clock.offsetAt(late)
  const change = before === after ? late : changeBetween(clock, early, late)
  const spans: Span[] = []
  const add = (offset: number, from: number, to: number, earliest: number, latest: number) => {
    const span = { from: Math.max(midnight + from * minuteMs - offset, earliest), to: Math.min(midnight + to * minuteMs - offset, latest) }
    if (span.from < span.to) spans.push(span)
  }
  for (const window of windows) {
    const [from, to] = [Math.max(window.from, partFrom), Math.min(window.to, partTo)]
    if (from >= to) continue
    add(before, from, to, Number.NEGATIVE_INFINITY, before === after ? Number.POSITIVE_INFINITY : change)
    if (before !== after) add(after, from, to, change, Number.POSITIVE_INFINITY)
  }
  return touching(spans.sort((a, b) => a.from - b.from))
}

/** The instant between two at which a clock is changed. */
function changeBetween(clock: ZoneClock, early: number, late: number): number {
  const before = clock.offsetAt(early)
  let [low, high] = [Math.floor(early / minuteMs), Math.ceil(late / minuteMs)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (clock.offsetAt(middle * minuteMs) === before) low = middle
    else high = middle
  }
  return high * minuteMs
}

function touching(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push(span)
  }
  return result
}

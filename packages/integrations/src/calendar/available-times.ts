import { daysAfter, instantOf, minutesOf, type WallClock, wallClockAt, weekdayOf } from './zoned-time.ts'

type Span = { startsAt: number; endsAt: number }
/** Instants are epoch milliseconds. Opening hours are meant in `hours.timeZone`. */
export type Calendar = {
  hours: { timeZone: string; spans: readonly { weekday: number; opens: string; closes: string }[] }
  resourceIds: readonly string[]
  busy: readonly (Span & { resourceId: string })[]
}
export type Wanted = Partial<WallClock> & { timeZone: string }
export type AvailableTime = WallClock & { at: number }

/** Days looked at, counted from the wanted one. */
export const searchDays = 14
const gridMin = 30
const most = 3
const minuteMs = 60_000

/**
 * Free times for something that takes `durationMin`. `exact`: the wanted date and time is free and the only one given.
 * Otherwise up to three: of the wanted day those nearest to the wanted time, then of the next days; in order of time.
 * Dates and times are those of the wanted zone.
 */
export function availableTimes(
  calendar: Calendar,
  wanted: Wanted,
  durationMin: number,
  now: number,
): { exact: boolean; times: AvailableTime[] } {
  const firstDay = firstDayOf(wanted, now)
  const free = freeStarts(calendar, daysAfter(firstDay, -1), durationMin)
    .filter((at) => at > now)
    .map((at) => ({ at, ...wallClockAt(at, wanted.timeZone) }))
    .filter(({ date }) => date >= firstDay && date < daysAfter(firstDay, searchDays))
  const hit = wanted.time !== undefined && free.find(({ date, time }) => date === (wanted.date ?? firstDay) && time === wanted.time)
  if (hit) return { exact: true, times: [hit] }
  const minutes = wanted.time === undefined ? 0 : minutesOf(wanted.time)
  const distance = (slot: AvailableTime) => Math.abs(minutesOf(slot.time) - minutes)
  const nearest = free.toSorted((a, b) => a.date.localeCompare(b.date) || distance(a) - distance(b) || a.at - b.at).slice(0, most)
  return { exact: false, times: nearest.sort((a, b) => a.at - b.at) }
}

/** Whether the span lies within opening hours. */
export function isOpen(hours: Calendar['hours'], span: Span): boolean {
  const { date } = wallClockAt(span.startsAt, hours.timeZone)
  return [daysAfter(date, -1), date].some((day) =>
    openSpans(hours, day).some((open) => open.startsAt <= span.startsAt && span.endsAt <= open.endsAt),
  )
}

/** The wanted day, never before today; for a time alone the next day on which a clock will show it. */
function firstDayOf(wanted: Wanted, now: number): string {
  const today = wallClockAt(now, wanted.timeZone)
  if (wanted.date !== undefined) return [wanted.date, today.date].sort().at(-1) ?? today.date
  return wanted.time !== undefined && wanted.time <= today.time ? daysAfter(today.date, 1) : today.date
}

/** Starts on the half-hour grid at which at least one resource is free for the whole duration. Two days more than searched: zones differ. */
function freeStarts(calendar: Calendar, firstDay: string, durationMin: number): number[] {
  const starts: number[] = []
  for (let day = 0; day < searchDays + 2; day += 1) {
    for (const open of openSpans(calendar.hours, daysAfter(firstDay, day))) {
      for (let at = onGrid(open.startsAt, calendar.hours.timeZone); at + durationMin * minuteMs <= open.endsAt; at += gridMin * minuteMs) {
        if (isFree(calendar, { startsAt: at, endsAt: at + durationMin * minuteMs })) starts.push(at)
      }
    }
  }
  return starts
}

const isFree = ({ resourceIds, busy }: Calendar, { startsAt, endsAt }: Span): boolean =>
  resourceIds.some((id) => !busy.some((span) => span.resourceId === id && span.startsAt < endsAt && startsAt < span.endsAt))

function openSpans(hours: Calendar['hours'], date: string): Span[] {
  const weekday = weekdayOf(date)
  return hours.spans
    .filter((span) => span.weekday === weekday)
    .map(({ opens, closes }) => ({
      startsAt: instantOf({ date, time: opens }, hours.timeZone),
      endsAt: instantOf({ date, time: closes }, hours.timeZone),
    }))
}

/** The first full or half hour on the zone's clock at or after an instant. */
function onGrid(at: number, timeZone: string): number {
  const past = minutesOf(wallClockAt(at, timeZone).time) % gridMin
  return past === 0 ? at : at + (gridMin - past) * minuteMs
}

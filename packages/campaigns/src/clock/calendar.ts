import { type DayNumber, dateOf, dayOf, minutesOf, weekdayOf } from './calendar-days.ts'
import { schedule } from './schedule.ts'

/** The public holidays of a country in a year as `2026-05-01`; undefined when nobody knows them. */
export type HolidaysOf = (country: string, year: number) => ReadonlySet<string> | undefined

type Minutes = { from: number; to: number }

/** A schedule made ready for questions. `broken`: it could not be read, so it is closed for ever. */
export type Calendar = {
  broken: boolean
  /** By ISO weekday, sorted and joined. */
  windows: ReadonlyMap<number, readonly Minutes[]>
  firstDay: DayNumber
  lastDay: DayNumber
  closedDays: ReadonlySet<DayNumber>
  countries: readonly string[]
  contactCountry: boolean
  holidaysOf: HolidaysOf
}

/** Reads a stored schedule. What is not one gives a calendar that is always closed: this throws nothing. */
export function readCalendar(raw: unknown, holidaysOf: HolidaysOf): Calendar {
  const parsed = schedule.safeParse(raw)
  if (!parsed.success) return { ...closed, holidaysOf }
  const { windows, firstDate, lastDate, holidays } = parsed.data
  const byWeekday = new Map<number, Minutes[]>()
  for (const { weekdays, from, to } of windows) {
    for (const weekday of weekdays) byWeekday.set(weekday, [...(byWeekday.get(weekday) ?? []), minutes(from, to)])
  }
  return {
    broken: false,
    windows: new Map([...byWeekday].map(([weekday, spans]) => [weekday, joined(spans)])),
    firstDay: (firstDate && dayOf(firstDate)) || Number.NEGATIVE_INFINITY,
    lastDay: (lastDate && dayOf(lastDate)) || Number.POSITIVE_INFINITY,
    closedDays: new Set(holidays.dates.flatMap((date) => dayOf(date) ?? [])),
    countries: holidays.countries,
    contactCountry: holidays.contactCountry,
    holidaysOf,
  }
}

const minutes = (from: string, to: string): Minutes => ({ from: minutesOf(from) ?? 0, to: minutesOf(to) ?? 0 })

function joined(spans: readonly Minutes[]): Minutes[] {
  const result: Minutes[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}

const closed = {
  broken: true,
  windows: new Map(),
  firstDay: Number.POSITIVE_INFINITY,
  lastDay: Number.NEGATIVE_INFINITY,
  closedDays: new Set<DayNumber>(),
  countries: [],
  contactCountry: false,
} satisfies Omit<Calendar, 'holidaysOf'>

export type DayReason = 'beforeFirstDate' | 'afterLastDate' | 'closedWeekday' | 'holiday' | 'unknownHolidays'

/** Why nobody is called on a day; undefined when its windows count. */
export function closedOn(calendar: Calendar, day: DayNumber, country: string | undefined): DayReason | undefined {
  if (day < calendar.firstDay) return 'beforeFirstDate'
  if (day > calendar.lastDay) return 'afterLastDate'
  if (!calendar.windows.has(weekdayOf(day))) return 'closedWeekday'
  if (calendar.closedDays.has(day)) return 'holiday'
  const countries = calendar.contactCountry && country !== undefined ? [...calendar.countries, country] : calendar.countries
  if (countries.length === 0) return undefined
  const date = dateOf(day)
  const year = Number(date.slice(0, 4))
  for (const one of countries) {
    const holidays = calendar.holidaysOf(one, year)
    if (!holidays) return 'unknownHolidays'
    if (holidays.has(date)) return 'holiday'
  }
  return undefined
}

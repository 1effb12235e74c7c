import Holidays from 'date-holidays'
import { dateOf, dayOf } from './calendar-days.ts'
import { dayMs } from './zone-clock.ts'

const known = new Map<string, ReadonlySet<string> | undefined>()

/** The public holidays of a whole country (two letters) in a year, as dates of its calendar; undefined when the country is not known. */
export function publicHolidays(country: string, year: number): ReadonlySet<string> | undefined {
  const key = `${country} ${year}`
  if (!known.has(key)) known.set(key, read(country, year))
  return known.get(key)
}

/** The countries (two letters) whose public holidays are known. */
export const holidayCountries = (): string[] => Object.keys(new Holidays().getCountries())

function read(country: string, year: number): ReadonlySet<string> | undefined {
  const calendar = new Holidays()
  if (!(country in calendar.getCountries())) return undefined
  calendar.init(country)
  return new Set(
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, start, end }) => {
        const first = dayOf(date.slice(0, 10))
        const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs))
        return first === undefined ? [] : Array.from({ length: days }, (_, index) => dateOf(first + index))
      }),
  )
}

import { addDays, addMonths, type Day, daysIn, isBefore, isDay, type Today } from './calendar.ts'

/** The next day with this number in its month, today included. */
export function nextDayNumber(today: Day, day: number): Day | undefined {
  if (day < 1 || day > 31) return undefined
  let candidate: Day = { ...today, day }
  for (let tries = 0; tries < 3; tries++) {
    if (day <= daysIn(candidate.year, candidate.month) && !isBefore(candidate, today)) return candidate
    candidate = { ...addMonths({ ...candidate, day: 1 }, 1), day }
  }
  return undefined
}

/** A day of a month in the year said, else the next one there is. */
export function dayInYear(today: Day, month: number, day: number, said: string | undefined): Day | undefined {
  if (said) return { year: Number(said.replace(' ', '')), month, day }
  for (let year = today.year; year < today.year + 9; year++) {
    const candidate = { year, month, day }
    if (isDay(candidate) && !isBefore(candidate, today)) return candidate
  }
  return undefined
}

/** The next such day of the week (0 is Sunday), today only when `sameDay`. */
export function upcomingWeekday(today: Today, weekday: number, sameDay = false): Day {
  const days = (weekday - today.weekday + 7) % 7
  return addDays(today, days === 0 && !sameDay ? 7 : days)
}

/** That day of the week in the week (Monday to Sunday) so many weeks after this one. */
export function weekdayInWeek(today: Today, weekday: number, weeks: number): Day {
  return addDays(today, ((weekday + 6) % 7) - ((today.weekday + 6) % 7) + 7 * weeks)
}

import { dayMs } from './zone-clock.ts'

/** A calendar day as a number: days since 1970-01-01, whatever the zone. */
export type DayNumber = number

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1

/** `2026-11-28` */
export const dateOf = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** Undefined when the text is no date of the calendar, e.g. February 30. */
export function dayOf(date: string): DayNumber | undefined {
  const at = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) || dateOf(at / dayMs) !== date ? undefined : at / dayMs
}

/** Minutes since midnight of `09:30`; `24:00` is the end of a day. Undefined when it is no time. */
export function minutesOf(time: string): number | undefined {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= 1_440 ? minutes : undefined
}

/** `09:30` */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

import type { Language } from '../text.ts'
import { type CalendarDay, calendarDayOf, dayNumberOf, isoWeekdayOf } from './calendar-date.ts'

export const weekdays = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
} as const

const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
} as const

/** Day of the week of a date such as `2026-11-24`; '' when it is no date. */
export function weekdayOf(date: string, language: Language): string {
  const day = calendarDayOf(date)
  return day ? weekday(day, language) : ''
}

/** `2026-11-24` → "November 24" / "24 novembre"; anything else comes back as it is. */
export function dayMonthInWords(date: string, language: Language): string {
  const day = calendarDayOf(date)
  return day ? dayMonth(day, language) : date
}

/**
 * `2026-11-24` → "Tuesday, November 24" / "mardi 24 novembre", with the year when it is not that of `today` (a date, if known);
 * anything else comes back as it is.
 */
export function dateInWords(date: string, language: Language, today = date): string {
  const day = calendarDayOf(date)
  if (!day) return date
  const isThisYear = today.startsWith(date.slice(0, 4))
  const words = `${weekday(day, language)}${language === 'fr' ? ' ' : ', '}${dayMonth(day, language)}`
  return isThisYear ? words : `${words}${language === 'fr' ? ' ' : ', '}${day.year}`
}

const weekday = ({ number }: CalendarDay, language: Language): string => weekdays[language][isoWeekdayOf(number) % 7] ?? ''

function dayMonth({ month, day }: CalendarDay, language: Language): string {
  const name = months[language][month - 1]
  return language === 'fr' ? `${day === 1 ? '1er' : day} ${name}` : `${name} ${day}`
}

const near = {
  en: new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]),
  fr: new Map([
    [-1, 'hier'],
    [0, "aujourd'hui"],
    [1, 'demain'],
  ]),
} as const

/**
 * "today", "tomorrow", "on Tuesday" within the next six days, else "on Tuesday, November 24"; in French "aujourd'hui", "demain",
 * "mardi", "le mardi 24 novembre". It stands where a date would follow "it is": no other word before it.
 */
export function relativeDayInWords(date: string, language: Language, today: string): string {
  const [day, from] = [dayNumberOf(date), dayNumberOf(today)]
  if (day === undefined || from === undefined) return date
  const known = near[language].get(day - from)
  if (known !== undefined) return known
  const isSoon = day > from && day - from < 7
  if (language === 'fr') return isSoon ? weekdayOf(date, language) : `le ${dateInWords(date, language, today)}`
  return `on ${isSoon ? weekdayOf(date, language) : dateInWords(date, language, today)}`
}

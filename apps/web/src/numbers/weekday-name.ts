import type { Locale } from '../i18n/locale.ts'

/** ISO: 1 is Monday, 7 is Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The name of a weekday; the fourth of January 2027 is a Monday. */
export const weekdayName = (weekday: number, locale: Locale, width: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(new Date(Date.UTC(2027, 0, 3 + weekday)))

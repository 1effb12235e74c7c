import type { Locale } from '../i18n/locale.ts'

/** A day of the calendar (`2026-05-31`) in words. */
export const dayWords = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

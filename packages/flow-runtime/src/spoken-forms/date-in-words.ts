import type { Language } from '../text.ts'

export const weekdays = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
} as const

export const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
} as const

/** Day of the week of a date such as `2026-11-24`; '' when it is no date. */
export function weekdayOf(date: string, language: Language): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekdays[language][day] ?? ''
}

/** `2026-11-24` → "Tuesday, November 24" / "mardi 24 novembre"; anything else comes back as it is. */
export function dateInWords(date: string, language: Language): string {
  const match = /^\d{4}-(\d{2})-(\d{2})$/.exec(date)
  const weekday = weekdayOf(date, language)
  const month = months[language][Number(match?.[1]) - 1]
  if (!match || !month || weekday === '') return date
  const day = Number(match[2])
  if (language === 'fr') return `${weekday} ${day === 1 ? '1er' : day} ${month}`
  return `${weekday}, ${month} ${day}`
}

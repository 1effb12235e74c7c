import type { SharedCatalogue } from '../i18n/en-shared.ts'
import type { Locale } from '../i18n/locale.ts'

/** How long ago, in one short phrase. */
export function ago(at: Date | number, now: number, text: SharedCatalogue): string {
  const seconds = Math.max(0, Math.round((now - Number(at)) / 1000))
  if (seconds < 2) return text.common.now
  if (seconds < 60) return text.common.secondsAgo(seconds)
  if (seconds < 3600) return text.common.minutesAgo(Math.floor(seconds / 60))
  if (seconds < 86_400) return text.common.hoursAgo(Math.floor(seconds / 3600))
  return text.common.daysAgo(Math.floor(seconds / 86_400))
}

/** `1:05`, or `0:00` for nothing. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Day and time, in the zone of the browser unless another is given. */
export function dateTime(at: Date, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
}

/** `1,240 ms`, never broken over two lines. */
export function milliseconds(ms: number, locale: Locale): string {
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(ms)}\u00a0ms`
}

import type { Locale } from '../i18n/locale.ts'
import type { WantedTimes } from './wanted.ts'

/** What an hour or a day of the chart is called, in the zone of the tenant. */
export function spanName(
  at: Date,
  { period, timeZone, locale }: { period: WantedTimes['period']; timeZone: string; locale: Locale },
): string {
  const how: Intl.DateTimeFormatOptions =
    period === '24h'
      ? { hour: '2-digit', minute: '2-digit' }
      : { day: 'numeric', month: 'short', ...(period === '7d' && { weekday: 'short' }) }
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...how, timeZone }).format(at)
}

import type { Locale } from '../i18n/locale.ts'
import { isTimeZone } from '../lib/is-time-zone.ts'
import { dateTime } from '../lib/time-words.ts'

/** Day and time on the clock of a contact, of the first of their zones that exists; undefined when none does. */
export function localWords(at: Date, zones: readonly string[], locale: Locale): string | undefined {
  const zone = zones.find(isTimeZone)
  return zone && dateTime(at, locale, zone)
}

/** Zones as people read them, the first two of several. */
export const zoneWords = (zones: readonly string[]): string => zones.slice(0, 2).join(', ').replaceAll('_', ' ')

import type { NumberRouting } from '@parley/db'
import type { Locale } from '../i18n/locale.ts'
import { weekdayName, weekdays } from './weekday-name.ts'

/** Opening hours as one says them: days that follow each other with the same hours are one span, e.g. `Mon–Fri 09:00–12:00, 14:00–17:00`. */
export function hoursWords(hours: NumberRouting['hours'], locale: Locale): string[] {
  const runs: { from: number; to: number; times: string }[] = []
  for (const weekday of weekdays) {
    const times = hours
      .filter((span) => span.weekday === weekday)
      .sort((one, other) => one.opens.localeCompare(other.opens))
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .join(', ')
    const last = runs.at(-1)
    if (last?.times === times && last.to === weekday - 1) last.to = weekday
    else if (times) runs.push({ from: weekday, to: weekday, times })
  }
  const name = (weekday: number) => weekdayName(weekday, locale, 'short')
  return runs.map(({ from, to, times }) => `${from === to ? name(from) : `${name(from)}–${name(to)}`} ${times}`)
}

import type { Language } from '@parley/flow-runtime'
import { listInWords } from '@parley/flow-runtime/authoring'

/** Monday to Sunday. */
const names = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
} as const
const everyDay = { en: 'every day', fr: 'tous les jours' }

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const weekdayName = (day: number, language: Language): string => names[language][day - 1] ?? ''

/** Weekdays as one says them: "every day", "from Monday to Friday", "on Monday and Thursday". */
export function spokenDays(days: readonly number[], language: Language): string {
  const open = weekdays.filter((day) => days.includes(day))
  const [first = 1] = open
  const last = open.at(-1) ?? first
  const [from, to] = [weekdayName(first, language), weekdayName(last, language)]
  if (open.length === weekdays.length) return everyDay[language]
  if (open.length > 2 && last - first === open.length - 1) return language === 'fr' ? `du ${from} au ${to}` : `from ${from} to ${to}`
  const list = open.map((day) => (language === 'fr' ? 'le ' : '') + weekdayName(day, language))
  return (language === 'fr' ? '' : 'on ') + listInWords(list, 'and', language)
}

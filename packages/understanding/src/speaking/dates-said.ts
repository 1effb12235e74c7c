import type { Language } from '@parley/flow-runtime'

const locales = { en: 'en-GB', fr: 'fr-FR' } as const
const dayMs = 86_400_000
const tomorrow: Readonly<Record<Language, string>> = { en: 'tomorrow', fr: 'demain' }

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const named = (language: Language, at: number, part: 'weekday' | 'month') =>
  fold(new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', [part]: 'long' }).format(at))

/** Names of weekdays (Monday first) and of months, folded, in a language. */
const namesOf = (language: Language) => ({
  weekdays: new Set(Array.from({ length: 7 }, (_, day) => named(language, Date.UTC(2024, 0, day + 1), 'weekday'))),
  months: new Set(Array.from({ length: 12 }, (_, month) => named(language, Date.UTC(2024, month, 1), 'month'))),
})
const names = { en: namesOf('en'), fr: namesOf('fr') } as const

/** Words of a text (folded, figures as digits) that name a day: weekdays, months beside a figure, tomorrow. */
export function daysNamed(words: readonly string[], language: Language): string[] {
  const { weekdays, months } = names[language]
  const isFigure = (word: string | undefined) => word !== undefined && /^\d/.test(word)
  return words.flatMap((word, at) => {
    const singular = word.replace(/s$/, '')
    if (weekdays.has(singular)) return [singular]
    const isMonth =
      months.has(word) && (isFigure(words[at - 1]) || isFigure(words[at + 1]) || (words[at - 1] === 'of' && isFigure(words[at - 2])))
    return isMonth || word === tomorrow[language] ? [word] : []
  })
}

/** How an ISO date (2026-11-24) may be named in a call that takes place at `now`. */
export function wordsOfDate(date: string, language: Language, now: number, timeZone: string): string[] {
  const at = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(at)) return []
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
  const isTomorrow = at - Date.parse(`${today}T00:00:00Z`) === dayMs
  return [named(language, at, 'weekday'), named(language, at, 'month'), ...(isTomorrow ? [tomorrow[language]] : [])]
}

import { type Candidate, matchAll } from '../../slots/candidate.ts'
import type { Utterance } from '../../slots/utterance.ts'
import { wholeAmounts } from '../../slots/whole-amounts.ts'
import { findNumbers } from './numbers.ts'

const currency = '(?:euros?|dollars?|francs?|livres?|balles)'

/** Amounts of money in units of the currency ("douze euros cinquante" is 12.5); a bare number counts less surely. */
export function findMoney(utterance: Utterance): Candidate<number>[] {
  const { text } = utterance
  const named = matchAll(
    text,
    new RegExp(`(\\d+(?:\\.\\d+)?) ${currency}\\b(?: (et demie?|(?:et )?\\d{1,2}(?! ${currency})(?: centimes?)?)\\b)?`, 'g'),
    (m) => ({
      value: Number(m[1]) + (m[2]?.includes('demi') ? 0.5 : Number(/\d+/.exec(m[2] ?? '')?.[0] ?? 0) / 100),
      confidence: 0.95,
    }),
  )
  if (named.length > 0) return named
  const cents = matchAll(text, /\b(\d+) (?:centimes?|cents?)\b/g, (m) => ({ value: Number(m[1]) / 100, confidence: 0.9 }))
  return cents.length > 0
    ? cents
    : wholeAmounts(text, findNumbers(utterance), /^ (?:et|ou|a) $/).map((number) => ({ ...number, confidence: number.confidence * 0.75 }))
}

const unitMinutes: Readonly<Record<string, number>> = { minute: 1, heure: 60, jour: 1440, semaine: 10_080 }

/** Lengths of time in minutes: "une heure et demie" is 90. */
export function findDurations(text: string): Candidate<number>[] {
  const parts = matchAll(text, /\b(?:(demi) heure|(3) quarts d'heure|(?:un |1 )?(quart) d'heure)\b/g, (m) => ({
    value: m[1] ? 30 : m[2] ? 45 : 15,
    confidence: 0.92,
  }))
  if (parts.length > 0) return parts
  return matchAll(
    text,
    /\b(\d+(?:\.\d+)?)(?: (et demie?))? (minute|heure|jour|semaine)s?\b(?: (et demie?|(?:et )?(?:un |1 )?quart|(?:et )?\d{1,2}(?: minutes?)?)\b)?/g,
    (m) => {
      const size = unitMinutes[m[3] ?? ''] ?? 1
      const half = m[2] || m[4]?.includes('demi') ? 0.5 : 0
      const minutes = m[3] !== 'heure' ? 0 : m[4]?.includes('quart') ? 15 : Number(/\d+(?= minute|$)/.exec(m[4] ?? '')?.[0] ?? 0)
      return { value: (Number(m[1]) + half) * size + minutes, confidence: 0.9 }
    },
  )
}

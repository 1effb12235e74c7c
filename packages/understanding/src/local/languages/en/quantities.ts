import { type Candidate, matchAll } from '../../slots/candidate.ts'
import type { Utterance } from '../../slots/utterance.ts'
import { wholeAmounts } from '../../slots/whole-amounts.ts'
import { findNumbers } from './numbers.ts'

const currency = '(?:dollars?|bucks?|euros?|pounds?|francs?|quid|rupees?)'
const amount = '(\\d+(?:\\.\\d+)?|an?)'

/** Amounts of money in units of the currency ("twenty five dollars and fifty cents" and "twenty five fifty" are 25.5); a bare number counts less surely. */
export function findMoney(utterance: Utterance): Candidate<number>[] {
  const { text } = utterance
  const named = matchAll(
    text,
    new RegExp(`\\b${amount} ${currency}\\b(?: (?:and )?(a half|\\d{1,2}(?! ${currency}))(?: (?:cents?|pence|p))?\\b)?`, 'g'),
    (m) => ({
      value: (m[1]?.startsWith('a') ? 1 : Number(m[1])) + (m[2] === 'a half' ? 0.5 : Number(m[2] ?? 0) / 100),
      confidence: 0.95,
    }),
  )
  if (named.length > 0) return named
  const cents = matchAll(text, /\b(\d+) (?:cents?|pence)\b/g, (m) => ({ value: Number(m[1]) / 100, confidence: 0.9 }))
  if (cents.length > 0) return cents
  const pairs = matchAll(text, /(?<![\d.:/] ?)\b(\d{1,4}) (\d\d)\b(?! ?[\d:/])/g, (m) => ({
    value: Number(m[1]) + Number(m[2]) / 100,
    confidence: 0.8,
  }))
  if (pairs.length > 0) return pairs
  return wholeAmounts(text, findNumbers(utterance), /^ (?:and|or|to) $/).map((number) => ({
    ...number,
    confidence: number.confidence * 0.75,
  }))
}

const unitMinutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440, week: 10_080 }
const unit = '(minute|hour|day|week)s?'

/** Lengths of time in minutes: "an hour and a half" is 90. */
export function findDurations(text: string): Candidate<number>[] {
  const shares: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25 }
  const parts = matchAll(text, /\b(half|(?:a |1 )?quarter|3 quarters?) (?:of )?an? (hour|day)\b/g, (m) => ({
    value: (m[1] === 'half' ? 0.5 : m[1]?.startsWith('3') ? 0.75 : 0.25) * (unitMinutes[m[2] ?? ''] ?? 60),
    confidence: 0.92,
  }))
  const counted = matchAll(
    text,
    new RegExp(
      `\\b(a couple of|an?|\\d+(?:\\.\\d+)?)(?: and a (half|quarter))? ${unit}\\b(?: (?:and )?(a half|a quarter|\\d+(?: minutes?)?)\\b)?`,
      'g',
    ),
    (m) => {
      const size = unitMinutes[m[3] ?? ''] ?? 1
      const count = m[1] === 'a couple of' ? 2 : m[1]?.startsWith('a') ? 1 : Number(m[1])
      const share = shares[m[2] ?? ''] ?? shares[m[4]?.replace('a ', '') ?? '']
      const minutes = m[3] === 'hour' && /\d/.test(m[4] ?? '') ? Number.parseInt(m[4] ?? '0', 10) : 0
      return { value: (count + (share ?? 0)) * size + minutes, confidence: 0.9 }
    },
  )
  return parts.length > 0 ? parts : counted
}

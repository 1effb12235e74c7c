import { type Candidate, matchAll } from './candidate.ts'
import type { Utterance } from './utterance.ts'

/** Numbers said or typed; "a couple", "a dozen" and "just me" count too. */
export function findNumbers(utterance: Utterance): Candidate<number>[] {
  const { text } = utterance
  const found = matchAll(text, /(?<![\w:.,/@-])(minus |-)?(\d+(?:\.\d+)?)(?![\w:/@-]|\.\d)/g, (m) => ({
    value: Number(m[2]) * (m[1] ? -1 : 1),
    confidence: isPronoun(utterance, m.index) ? 0.4 : 0.9,
  }))
  if (found.length > 0) return found
  return [
    ...matchAll(text, /\b(?:a )?couple\b|\b(?:both|the two|us two|two of us) of us\b|\bme and my \w+\b/g, () => ({
      value: 2,
      confidence: 0.7,
    })),
    ...matchAll(text, /\b(half )?a dozen\b/g, (m) => ({ value: m[1] ? 6 : 12, confidence: 0.85 })),
    ...matchAll(text, /\b(?:just|only) (?:me|myself)\b|\bby myself\b|\b(?:single|alone)\b/g, () => ({ value: 1, confidence: 0.7 })),
    ...matchAll(text, /\b(?:none|nobody)\b/g, () => ({ value: 0, confidence: 0.7 })),
    ...matchAll(text, /\b(\d+)(?:st|nd|rd|th)\b/g, (m) => ({ value: Number(m[1]), confidence: 0.6 })),
    ...matchAll(text, /\b(\d+(?:\.\d+)?)(?:%|k|kg|km|m)?(?= |$)/g, (m) => ({ value: Number(m[1]), confidence: 0.6 })),
  ]
}

/** "One" that stands for a thing ("that one", "find me one in Livermore") rather than counts. */
function isPronoun({ tokens }: Utterance, start: number): boolean {
  const at = tokens.findIndex((token) => token.start === start)
  if (tokens[at]?.said !== 'one' || tokens.length < 2) return false
  const counts = /^(?:for|just|only|be|need|is|it's|yes|no|say|meant|said|table|party)$/.test(tokens[at - 1]?.text ?? '')
  const counted = /^(?:person|people|guest|adult|child|kid|ticket|room|seat|night|please|time|appointment)$/.test(
    tokens[at + 1]?.text ?? '',
  )
  return !counts && !counted
}

/** Amounts of money in units of the currency ("twenty five dollars and fifty cents" is 25.5); a bare number counts less surely. */
export function findMoney(utterance: Utterance): Candidate<number>[] {
  const { text } = utterance
  const named = matchAll(
    text,
    /(\d+(?:\.\d+)?) (?:dollars?|bucks|euros?|pounds?|francs?|quid|rupees?)\b(?: (?:and )?(\d{1,2})(?: (?:cents?|pence))?\b)?/g,
    (m) => ({
      value: Number(m[1]) + Number(m[2] ?? 0) / 100,
      confidence: 0.95,
    }),
  )
  if (named.length > 0) return named
  const cents = matchAll(text, /\b(\d+) (?:cents?|pence)\b/g, (m) => ({ value: Number(m[1]) / 100, confidence: 0.9 }))
  return cents.length > 0 ? cents : findNumbers(utterance).map((number) => ({ ...number, confidence: number.confidence * 0.75 }))
}

const unitMinutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440, week: 10_080 }

/** Lengths of time in minutes: "an hour and a half" is 90. */
export function findDurations(text: string): Candidate<number>[] {
  return matchAll(text, /\b(half an|an?|\d+(?:\.\d+)?) (minute|hour|day|week)s?\b(?: (?:and )?(a half|\d+(?: minutes)?)\b)?/g, (m) => {
    const unit = unitMinutes[m[2] ?? ''] ?? 1
    const amount = m[1] === 'half an' ? 0.5 : m[1]?.startsWith('a') ? 1 : Number(m[1])
    const more = m[3] === 'a half' ? unit / 2 : m[2] === 'hour' ? Number.parseInt(m[3] ?? '0', 10) : 0
    return { value: amount * unit + more, confidence: 0.9 }
  })
}

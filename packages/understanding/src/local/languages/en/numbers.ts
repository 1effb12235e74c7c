import { type Candidate, matchAll } from '../../slots/candidate.ts'
import type { Utterance } from '../../slots/utterance.ts'

/** Numbers said or typed; "a couple", "a dozen" and "just me" count too. */
export function findNumbers(utterance: Utterance): Candidate<number>[] {
  const { text } = utterance
  const found = matchAll(text, /(?<![\w:.,/@-])(minus |-)?(\d+(?:\.\d+)?)(?: and a (half|quarter))?(?![\w:/@-]|\.\d)/g, (m) => ({
    value: (Number(m[2]) + (m[3] === 'half' ? 0.5 : m[3] ? 0.25 : 0)) * (m[1] ? -1 : 1),
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
  const [before, after] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? '']
  const counts =
    /^(?:for|just|only|be|need|is|it's|yes|no|say|meant|said|table|party)$/.test(before) &&
    !/^(?:in|for|of|that|who|which|near|can|else)$/.test(after)
  const counted = /^(?:person|people|guest|adult|child|kid|ticket|room|seat|night|please|time|appointment)$/.test(after)
  return !counts && !counted
}

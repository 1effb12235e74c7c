import type { Candidate } from './candidate.ts'
import { changes, disguisedYes, leadIn, noOpenings, okayOpenings, okayUnless, sentenceEndings, yesOpenings } from './yes-no-phrases.ts'

const opening = (phrases: readonly string[]) => new RegExp(`^${leadIn}(?:${phrases.join('|')})(?![\\w'])`)
const rules: readonly { pattern: RegExp; value: boolean; confidence: number }[] = [
  { pattern: opening(disguisedYes), value: true, confidence: 0.85 },
  { pattern: /^(?:no )+(?:yes|yeah)\b/, value: true, confidence: 0.7 },
  {
    pattern: /^(?:yes|yeah|ok|okay|well).*\b(?:but no|actually no|but not|no wait|wait no)\b|^(?:yes|yeah|ok|okay).* no$/,
    value: false,
    confidence: 0.7,
  },
  { pattern: /^(?:(?:oh|well|um|yeah|sorry|actually) )*(?:no|nope|nah)\b/, value: false, confidence: 0.96 },
  { pattern: opening(noOpenings), value: false, confidence: 0.88 },
  { pattern: opening(yesOpenings), value: true, confidence: 0.95 },
  { pattern: opening(changes), value: false, confidence: 0.7 },
]

/** Whether an utterance says yes (true) or no (false), and how surely. */
export function findYesNo(text: string): Candidate<boolean> | undefined {
  for (const { pattern, value, confidence } of rules) {
    const match = pattern.exec(text)
    if (match) return answer(match, value, confidence)
  }
  const okay = opening(okayOpenings).exec(text)
  if (okay && !okayUnless.test(text)) return answer(okay, true, text.split(' ').length <= 4 ? 0.88 : 0.65)
  for (const { pattern, value } of sentenceEndings) {
    const match = pattern.exec(text)
    if (match) return answer(match, value, 0.7)
  }
  return undefined
}

const answer = (match: RegExpExecArray, value: boolean, confidence: number): Candidate<boolean> => ({
  value,
  confidence,
  start: match.index,
  end: match.index + match[0].trimEnd().length,
})

import type { Candidate } from './candidate.ts'

/** How a language says yes and no. Phrases are patterns at the head of an utterance, after `leadIn`. */
export type YesNoPhrases = {
  leadIn: string
  /** "No" that agrees. */
  disguisedYes: readonly string[]
  disguisedNo: RegExp
  doubleNoThenYes: RegExp
  plainNo: RegExp
  noOpenings: readonly string[]
  yesOpenings: readonly string[]
  /** Asking for something else declines what was read back; nothing more to ask declines "anything else?". */
  changes: readonly string[]
  /** Say yes alone, and little at the head of a sentence that goes on. */
  okayOpenings: readonly string[]
  okayUnless: RegExp
  sentenceEndings: readonly { pattern: RegExp; value: boolean }[]
}

/** A reader of whether an utterance says yes (true) or no (false), and how surely. */
export function createYesNo(phrases: YesNoPhrases): (text: string) => Candidate<boolean> | undefined {
  const opening = (patterns: readonly string[]) => new RegExp(`^${phrases.leadIn}(?:${patterns.join('|')})(?![\\w'])`)
  const rules: readonly { pattern: RegExp; value: boolean; confidence: number }[] = [
    { pattern: opening(phrases.disguisedYes), value: true, confidence: 0.85 },
    { pattern: phrases.doubleNoThenYes, value: true, confidence: 0.7 },
    { pattern: phrases.disguisedNo, value: false, confidence: 0.7 },
    { pattern: phrases.plainNo, value: false, confidence: 0.96 },
    { pattern: opening(phrases.noOpenings), value: false, confidence: 0.88 },
    { pattern: opening(phrases.yesOpenings), value: true, confidence: 0.95 },
    { pattern: opening(phrases.changes), value: false, confidence: 0.7 },
  ]
  const okay = opening(phrases.okayOpenings)

  return (text) => {
    for (const { pattern, value, confidence } of rules) {
      const match = pattern.exec(text)
      if (match) return answer(match, value, confidence)
    }
    const agreed = okay.exec(text)
    if (agreed && !phrases.okayUnless.test(text)) return answer(agreed, true, text.split(' ').length <= 4 ? 0.88 : 0.65)
    for (const { pattern, value } of phrases.sentenceEndings) {
      const match = pattern.exec(text)
      if (match) return answer(match, value, 0.7)
    }
    return undefined
  }
}

const answer = (match: RegExpExecArray, value: boolean, confidence: number): Candidate<boolean> => ({
  value,
  confidence,
  start: match.index,
  end: match.index + match[0].trimEnd().length,
})

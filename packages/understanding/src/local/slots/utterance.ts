import type { SlotRules } from '../languages/slot-rules.ts'

/** A word as rules read it (`half past 3`, `the 9th`, without accents) and as it was said (`three`, `ninth`). */
export type Token = { text: string; said: string; start: number }
/** An utterance in lower case, without punctuation, spelled numbers as digits. `text` is the tokens joined by single spaces. */
export type Utterance = { original: string; text: string; tokens: readonly Token[]; words: readonly string[] }
/** A stretch of `Utterance.text`. */
export type Span = { start: number; end: number }

/** Reads an utterance, typed or recognised, into the form that all slot rules of its language work on. */
export function readUtterance(original: string, rules: Pick<SlotRules, 'plainWords' | 'fold' | 'readNumber'>): Utterance {
  const words = rules.plainWords(original)
  const folded = words.map(rules.fold)
  const tokens: Token[] = []
  let start = 0
  for (let at = 0; at < words.length; ) {
    const number = rules.readNumber(folded, at)
    const length = number?.length ?? 1
    const said = words.slice(at, at + length).join(' ')
    const text = number?.text ?? folded[at] ?? ''
    tokens.push({ text, said, start })
    start += text.length + 1
    at += length
  }
  return { original, text: tokens.map((token) => token.text).join(' '), tokens, words: folded }
}

/** The words as said that a span covers. */
export function saidIn({ tokens }: Utterance, { start, end }: Span): string {
  return tokens
    .filter((token) => token.start < end && token.start + token.text.length > start)
    .map((token) => token.said)
    .join(' ')
}

import { readNumber } from './spoken-numbers.ts'

/** A word as rules read it (`half past 3`, `the 9th`) and as it was said (`three`, `ninth`). */
export type Token = { text: string; said: string; start: number }
/** An utterance in lower case, without punctuation, spelled numbers as digits. `text` is the tokens joined by single spaces. */
export type Utterance = { original: string; text: string; tokens: readonly Token[]; words: readonly string[] }
/** A stretch of `Utterance.text`. */
export type Span = { start: number; end: number }

/** Reads an utterance, typed or recognised, into the form that all slot rules work on. */
export function readUtterance(original: string): Utterance {
  const words = plainWords(original)
  const tokens: Token[] = []
  let start = 0
  for (let at = 0; at < words.length; ) {
    const number = readNumber(words, at)
    const length = number?.length ?? 1
    const said = words.slice(at, at + length).join(' ')
    const text = number?.text ?? said
    tokens.push({ text, said, start })
    start += text.length + 1
    at += length
  }
  return { original, text: tokens.map((token) => token.text).join(' '), tokens, words }
}

/** The words as said that a span covers. */
export function saidIn({ tokens }: Utterance, { start, end }: Span): string {
  return tokens
    .filter((token) => token.start < end && token.start + token.text.length > start)
    .map((token) => token.said)
    .join(' ')
}

function plainWords(original: string): string[] {
  const text = original
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/\b(?:u[hm][ -]?hu[hm]|mm?[ -]?hmm?|mhm)\b/g, 'uhhuh')
    .replace(/\bn?uh[ -]uh\b/g, 'nope')
    .replace(/o["' ]{0,2}clock\b/g, "o'clock")
    .replace(/\b([ap])[.\s]{0,2}m\b\.?/g, '$1m')
    .replace(/(\d)\s*([ap]m)\b/g, '$1 $2')
    .replace(/(\d)h(\d\d)\b/g, '$1:$2')
    .replace(/([a-z])-(?=[a-z])/g, '$1 ')
    .replace(/\$\s*(\d[\d.,]*)/g, '$1 dollars')
    .replace(/€\s*(\d[\d.,]*)/g, '$1 euros')
    .replace(/£\s*(\d[\d.,]*)/g, '$1 pounds')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/[.,:;!?]+(?=\s|$)/g, ' ')
    .replace(/[^\p{L}\p{N}'@.:/+\-_\s%]/gu, ' ')
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^['.:/-]+|['.:/-]+$/g, ''))
    .filter((word) => word !== '' && !hesitations.has(word))
}

const hesitations = new Set(['um', 'uh', 'er', 'erm', 'hmm', 'uhm', 'ah'])

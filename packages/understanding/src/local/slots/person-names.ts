import type { Candidate } from './candidate.ts'
import { announcements, nameFillers, titles } from './name-rules.ts'
import { commonFirstNames, everydayWords, grammarWords } from './name-words.ts'
import type { Span, Utterance } from './utterance.ts'
import { writeName } from './write-name.ts'

const longest = 5
const isLetter = (word: string | undefined) => word !== undefined && /^\p{L}$/u.test(word)
const isVerbLike = (word: string) => word.length > 5 && /(?:ing|ed|ly|able|tion)$/.test(word)

/** Names of people, capitalised: after words that announce one ("my name is", "it's", "for"), before "speaking", or alone beside `taken` values. */
export function findPersonNames(utterance: Utterance, taken: readonly Span[]): Candidate<string>[] {
  const words = utterance.tokens.map((token) => {
    const isTaken = taken.some((span) => token.start < span.end && token.start + token.text.length > span.start)
    return isTaken ? '' : token.said
  })
  const found: Candidate<string>[] = []
  const add = (from: number, to: number, confidence: number) => {
    const [first, last] = [utterance.tokens[from], utterance.tokens[to - 1]]
    const value = writeName(words.slice(from, to))
    if (first && last && value) found.push({ value, confidence, start: first.start, end: last.start + last.text.length })
  }
  for (const announcement of announcements) {
    for (let at = 0; at + announcement.words.length < words.length; at++) {
      if (!announcement.words.every((word, offset) => words[at + offset] === word)) continue
      const from = skipFillers(words, at + announcement.words.length, words.length)
      const to = announcedEnd(words, from, announcement.strict)
      const doubtful = announcement.strict && isUnlikely(words.slice(from, to))
      if (to > from) add(from, to, doubtful ? 0.45 : announcement.confidence)
    }
  }
  if (found.length === 0)
    for (const [from, to, closed] of segmentsOf(words))
      if (nameEnd(words, from, everydayWords) >= to) add(from, to, aloneConfidence(words.slice(from, to), closed))
  return inOneName(utterance.words.join(' '), found).sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A name may be an everyday word ("will may") when it is announced as one and ends the utterance. */
function announcedEnd(words: readonly string[], from: number, strict: boolean): number {
  const cautious = nameEnd(words, from, everydayWords)
  if (strict) return cautious
  const generous = nameEnd(words, from, grammarWords)
  if (generous === words.length || cautious === from) return generous
  return cautious
}

const separators = new Set(['', 'not', 'no'])

/** Stretches between other values that could be nothing but a name, and whether "speaking" or "here" closed one. */
function segmentsOf(words: readonly string[]): [number, number, boolean][] {
  const segments: [number, number, boolean][] = []
  for (let start = 0; start < words.length; ) {
    let end = start
    while (end < words.length && !separators.has(words[end] ?? '')) end++
    const closing = words.findIndex(
      (word, at) => at > start && at < end && (word === 'speaking' || (word === 'here' && at === words.length - 1)),
    )
    let last = closing > 0 ? closing : end
    const from = skipFillers(words, start, last)
    while (last > from && nameFillers.has(words[last - 1] ?? '')) last--
    if (last > from) segments.push([from, last, closing > 0])
    start = end + 1
  }
  return segments
}

function skipFillers(words: readonly string[], from: number, end: number): number {
  let at = from
  while (at < end && nameFillers.has(words[at] ?? '')) at++
  return at
}

function nameEnd(words: readonly string[], from: number, excluded: ReadonlySet<string>): number {
  let at = from
  for (let names = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (isLetter(word)) {
      const spelled = isLetter(words[at - 1]) || isLetter(words[at + 1])
      const initial = at > from && word !== 'i' && word !== 'a' && /^\p{L}{2,}$/u.test(words[at + 1] ?? '')
      if (spelled || initial) continue
      break
    }
    if (++names > longest || excluded.has(word) || nameFillers.has(word) || !/^\p{L}[\p{L}'.-]+$/u.test(word)) break
  }
  return at
}

/** "My first name is Peter and my last name is Parker" is one name. */
function inOneName(text: string, found: Candidate<string>[]): Candidate<string>[] {
  const [first, last] = found
  if (found.length !== 2 || !first || !last || !/\bfirst name\b.*\b(?:last|family|sur) ?name\b/.test(text)) return found
  return [
    { value: `${first.value} ${last.value}`, confidence: Math.min(first.confidence, last.confidence), start: first.start, end: last.end },
  ]
}

const isUnlikely = (name: readonly string[]) => !commonFirstNames.has(name[0] ?? '') && isVerbLike(name[0] ?? '')

function aloneConfidence(name: readonly string[], closed: boolean): number {
  const first = name[0] ?? ''
  if (closed || commonFirstNames.has(first) || titles.has(first)) return 0.88
  if (isUnlikely(name)) return 0.4
  return name.length === 1 ? 0.62 : 0.74
}

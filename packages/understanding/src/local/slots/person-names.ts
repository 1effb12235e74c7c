import type { SlotRules } from '../languages/slot-rules.ts'
import { type Candidate, overlaps } from './candidate.ts'
import { isLetter, type NameWord, spelledWords } from './spelled-words.ts'
import type { Span, Utterance } from './utterance.ts'
import { writeName } from './write-name.ts'

type NameRules = SlotRules['names']

const longest = 5

/** Names of people, capitalised: after words that announce one ("my name is", "it's", "for"), before "speaking", or alone beside `taken` values. */
export function findPersonNames(utterance: Utterance, taken: readonly Span[], rules: NameRules): Candidate<string>[] {
  const words = spelledWords(
    utterance.tokens,
    (token) => taken.some((span) => token.start < span.end && token.start + token.text.length > span.start),
    rules.spelling,
  )
  const found: Candidate<string>[] = []
  const add = (from: number, to: number, confidence: number) => {
    const [first, last] = [utterance.tokens[words[from]?.from ?? -1], utterance.tokens[(words[to - 1]?.end ?? 0) - 1]]
    const value = writeName(
      words.slice(from, to).map(({ said }) => said),
      rules,
    )
    if (first && last && value) found.push({ value, confidence, start: first.start, end: last.start + last.text.length })
  }
  for (const announcement of rules.announcements) {
    for (let at = 0; at + announcement.words.length < words.length; at++) {
      if (!announcement.words.every((word, offset) => words[at + offset]?.folded === word)) continue
      const from = skipFillers(words, at + announcement.words.length, words.length, rules)
      const to = announcedEnd(words, from, announcement.strict, rules)
      const doubtful = announcement.strict && isUnlikely(words.slice(from, to), rules)
      if (to > from) add(from, to, doubtful ? 0.45 : announcement.confidence)
    }
  }
  words.forEach(({ folded }, at) => {
    if (!rules.titles.has(folded) || rules.everyday.has(folded)) return
    const to = nameEnd(words, at, rules.everyday, rules)
    if (to > at + 1) add(at, to, 0.85)
  })
  if (found.length === 0)
    for (const [from, to, closed] of segmentsOf(words, rules))
      if (nameEnd(words, from, rules.everyday, rules) >= to) add(from, to, aloneConfidence(words.slice(from, to), closed, rules))
  return inOneName(utterance.words.join(' '), found, rules).sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A name may be an everyday word ("will may") when it is announced as one and ends the utterance. */
function announcedEnd(words: readonly NameWord[], from: number, strict: boolean, rules: NameRules): number {
  const cautious = nameEnd(words, from, rules.everyday, rules)
  if (strict) return cautious
  const generous = nameEnd(words, from, rules.grammar, rules)
  if (generous === words.length || cautious === from) return generous
  return cautious
}

/** Stretches between other values that could be nothing but a name, and whether "speaking" or "here" closed one. */
function segmentsOf(words: readonly NameWord[], rules: NameRules): [number, number, boolean][] {
  const { closing, separators, turns } = rules
  const segments: [number, number, boolean][] = []
  for (let start = 0; start < words.length; ) {
    let end = start
    while (end < words.length && words[end]?.folded && !separators.has(words[end]?.folded ?? '')) end++
    const closed = words.findIndex(
      ({ folded }, at) =>
        at > start && at < end && (closing.anywhere.has(folded) || (closing.atEnd.has(folded) && at === words.length - 1)),
    )
    const turned = words.findIndex(({ folded }, at) => at >= start && at < end && turns.has(folded))
    let last = closed > 0 ? closed : turned >= 0 ? turned : end
    const from = skipFillers(words, start, last, rules)
    while (last > from && rules.fillers.has(words[last - 1]?.folded ?? '')) last--
    if (last > from) segments.push([from, last, closed > 0])
    start = end + 1
  }
  return segments
}

function skipFillers(words: readonly NameWord[], from: number, end: number, { fillers }: NameRules): number {
  let at = from
  while (at < end && fillers.has(words[at]?.folded ?? '')) at++
  return at
}

function nameEnd(words: readonly NameWord[], from: number, excluded: ReadonlySet<string>, rules: NameRules): number {
  const { fillers, grammar, particles } = rules
  let at = from
  const joins = (word: string) => particles.has(word) && excluded.has(word)
  for (let names = 0; at < words.length; at++) {
    const { folded = '', said = '' } = words[at] ?? {}
    if (isLetter(said)) {
      const spelled = isLetter(words[at - 1]?.said) || isLetter(words[at + 1]?.said)
      const initial = at > from && !grammar.has(folded) && /^\p{L}{2,}$/u.test(words[at + 1]?.said ?? '')
      if (spelled || initial) continue
      break
    }
    if (at > from && joins(folded)) continue
    if (++names > longest || excluded.has(folded) || fillers.has(folded) || rules.isNoName(folded) || !/^\p{L}[\p{L}'.-]+$/u.test(said))
      break
  }
  while (at > from && joins(words[at - 1]?.folded ?? '')) at--
  return at
}

/** Of overlapping readings the surest; "my first name is Peter and my last name is Parker" is one name. */
function inOneName(text: string, all: Candidate<string>[], { firstAndLast }: NameRules): Candidate<string>[] {
  const found = all.filter(
    (one, at) =>
      !all.some(
        (other, place) =>
          overlaps(one, other) && (other.confidence > one.confidence || (other.confidence === one.confidence && place < at)),
      ),
  )
  const [first, last] = found
  if (found.length !== 2 || !first || !last || !firstAndLast.test(text)) return found
  return [
    { value: `${first.value} ${last.value}`, confidence: Math.min(first.confidence, last.confidence), start: first.start, end: last.end },
  ]
}

const isUnlikely = (name: readonly NameWord[], { firstNames, isVerbLike }: NameRules) =>
  !firstNames.has(name[0]?.folded ?? '') && isVerbLike(name[0]?.folded ?? '')

function aloneConfidence(name: readonly NameWord[], closed: boolean, rules: NameRules): number {
  const first = name[0]?.folded ?? ''
  if (closed || rules.firstNames.has(first) || rules.titles.has(first)) return 0.88
  if (isUnlikely(name, rules)) return 0.4
  return name.length === 1 ? 0.62 : 0.74
}

import type { SlotRequest } from '@parley/flow-runtime'
import type { SlotRules } from '../languages/slot-rules.ts'
import type { Candidate } from './candidate.ts'
import { readUtterance, type Utterance } from './utterance.ts'

type Choices = NonNullable<SlotRequest['choices']>
type Word = { text: string; stem: string; start: number; end: number }

/** Choices named in an utterance: by value or synonym, by a part of it that names no other choice, or by position ("the second one"). */
export function findChoices(utterance: Utterance, choices: Choices, rules: SlotRules): Candidate<string>[] {
  const { stem, functionWords, positions } = rules.choice
  const said = wordsOf(utterance, stem)
  const phrases = choices.flatMap(({ value, synonyms }) =>
    [spelledOut(value), ...synonyms].map((phrase) => ({ value, words: wordsOf(readUtterance(phrase, rules), stem) })),
  )
  const whole = phrases.flatMap(({ value, words }) => placesOf(said, words).map((place) => ({ ...place, value })))
  if (whole.length > 0) return longestOf(whole)
  const partial = partsOf(said, phrases, functionWords)
  return partial.length > 0 ? partial : byPosition(utterance.text, choices, positions)
}

const spelledOut = (value: string) => value.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ')
const wordsOf = ({ tokens }: Utterance, stem: (word: string) => string): Word[] =>
  tokens.map(({ text, start }) => ({ text, stem: stem(text.replace(/'s$/, '')), start, end: start + text.length }))

function placesOf(said: readonly Word[], phrase: readonly Word[]): Omit<Candidate, 'value'>[] {
  const found: Omit<Candidate, 'value'>[] = []
  for (let at = 0; phrase.length > 0 && at + phrase.length <= said.length; at++) {
    const exact = phrase.every((word, offset) => said[at + offset]?.stem === word.stem)
    if (!exact && !phrase.every((word, offset) => isNear(said[at + offset]?.text ?? '', word.text))) continue
    found.push({ start: said[at]?.start ?? 0, end: said[at + phrase.length - 1]?.end ?? 0, confidence: exact ? 0.95 : 0.75 })
  }
  return found
}

function partsOf(
  said: readonly Word[],
  phrases: readonly { value: string; words: readonly Word[] }[],
  functionWords: ReadonlySet<string>,
): Candidate<string>[] {
  return said.flatMap((word): Candidate<string>[] => {
    if (functionWords.has(word.text) || word.stem.length < 3) return []
    const values = new Set(phrases.filter(({ words }) => words.some((one) => one.stem === word.stem)).map(({ value }) => value))
    const [only] = values
    return values.size === 1 && only !== undefined ? [{ value: only, start: word.start, end: word.end, confidence: 0.7 }] : []
  })
}

function byPosition(text: string, choices: Choices, positions: readonly RegExp[]): Candidate<string>[] {
  for (const position of positions) {
    const match = position.exec(text)
    if (!match) continue
    const choice = match[2] ? choices.at(-1) : choices[Number(match[1]) - 1]
    return choice ? [{ value: choice.value, confidence: 0.75, start: match.index, end: match.index + match[0].length }] : []
  }
  return []
}

function longestOf(candidates: readonly Candidate<string>[]): Candidate<string>[] {
  return candidates.filter(
    (one) => !candidates.some((other) => other.end - other.start > one.end - one.start && other.start <= one.start && other.end >= one.end),
  )
}

/** Equal but for one letter, in words long enough for that to be a slip. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(at) === long.slice(at + 1) || short.slice(at + 1) === long.slice(at + 1)
}

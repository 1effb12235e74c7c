import type { Candidate } from './candidate.ts'
import { commonFirstNames, everydayWords, grammarWords } from './name-words.ts'
import type { Utterance } from './utterance.ts'

const fillers = new Set([
  'yes',
  'yeah',
  'yep',
  'sure',
  'ok',
  'okay',
  'oh',
  'well',
  'so',
  'hi',
  'hello',
  'hey',
  'please',
  'thanks',
  'thank',
  'you',
  'and',
  'no',
  'sorry',
  'actually',
  'of',
  'course',
])
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'doctor', 'dr', 'professor', 'sir', 'madam', 'mister'])
const particles = new Set(['de', 'da', 'van', 'von', 'der', 'den', 'del', 'la', 'le', 'di', 'bin', 'al', 'el', 'st', 'dos', 'du'])
const longest = 5

type Announcement = { words: readonly string[]; confidence: number; strict?: boolean }
const announcements: readonly Announcement[] = (
  [
    ['name is', 0.93],
    ["name's", 0.93],
    ['names', 0.85],
    ['name of', 0.88],
    ['name', 0.8],
    ['call me', 0.88],
    ['this is', 0.85],
    ["i'm", 0.82],
    ['i am', 0.82],
    ["it's", 0.82],
    ['it is', 0.82],
    ["that's", 0.72],
    ['i meant', 0.8],
    ['i said', 0.8],
    ['make it', 0.6],
    ['under', 0.75],
  ] as const
)
  .map(([words, confidence]): Announcement => ({ words: words.split(' '), confidence }))
  .concat([{ words: ['for'], confidence: 0.75, strict: true }])

/** Names of people, capitalised: after words that announce one ("my name is", "it's", "for"), before "speaking", or alone. */
export function findPersonNames(utterance: Utterance): Candidate<string>[] {
  const said = utterance.tokens.map((token) => token.said)
  const found: Candidate<string>[] = []
  const add = (from: number, to: number, confidence: number) => {
    const [first, last] = [utterance.tokens[from], utterance.tokens[to - 1]]
    const value = written(said.slice(from, to))
    if (first && last && value) found.push({ value, confidence, start: first.start, end: last.start + last.text.length })
  }
  for (const { words, confidence, strict } of announcements) {
    for (let at = 0; at + words.length < said.length; at++) {
      if (!words.every((word, offset) => said[at + offset] === word)) continue
      const from = skipFillers(said, at + words.length, said.length)
      const to = nameEnd(said, from, strict ? everydayWords : grammarWords)
      if (to > from) add(from, to, to === said.length || !everydayWords.has(said[from] ?? '') ? confidence : confidence - 0.4)
    }
  }
  const closing = said.findIndex((word, at) => at > 0 && (word === 'speaking' || (word === 'here' && at === said.length - 1)))
  const end = closing > 0 ? closing : trimFillers(said)
  const from = skipFillers(said, 0, end)
  if (found.length === 0 && nameEnd(said.slice(0, end), from, everydayWords) === end && end > from) {
    const first = said[from] ?? ''
    const known = commonFirstNames.has(first) || titles.has(first) || closing > 0
    add(from, end, known ? 0.88 : end - from === 1 ? 0.62 : 0.74)
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

function skipFillers(said: readonly string[], from: number, end: number): number {
  let at = from
  while (at < end && fillers.has(said[at] ?? '')) at++
  return at
}

function trimFillers(said: readonly string[]): number {
  let end = said.length
  while (end > 0 && fillers.has(said[end - 1] ?? '')) end--
  return end
}

function nameEnd(said: readonly string[], from: number, excluded: ReadonlySet<string>): number {
  let at = from
  let words = 0
  while (at < said.length && words < longest) {
    const word = said[at] ?? ''
    const letter = /^\p{L}$/u.test(word)
    if (!letter && (excluded.has(word) || fillers.has(word) || !/^\p{L}[\p{L}'.-]+$/u.test(word))) break
    if (!letter) {
      if (at > from && everydayWords.has(word)) break
      words++
    } else if (
      said[at - 1] === undefined ||
      (word === 'i' && !/^\p{L}$/u.test(said[at - 1] ?? '') && !/^\p{L}$/u.test(said[at + 1] ?? '')) ||
      (word === 'a' && !/^\p{L}$/u.test(said[at + 1] ?? ''))
    )
      break
    at++
  }
  return at
}

/** The name as written: spelled letters joined ("smith s m i t h" is one Smith), capitals, titles kept. */
function written(words: readonly string[]): string {
  const parts: string[] = []
  let letters = ''
  const flush = () => {
    const previous = parts.at(-1)
    if (letters.length > 1 && previous?.[0] === letters[0]) parts[parts.length - 1] = letters
    else if (letters) parts.push(letters)
    letters = ''
  }
  for (const word of words) {
    if (/^\p{L}$/u.test(word)) letters += word
    else {
      flush()
      parts.push(word)
    }
  }
  flush()
  return parts.every((part) => titles.has(part))
    ? ''
    : parts.map((part, at) => (at > 0 && particles.has(part) && at < parts.length - 1 ? part : capitalised(part))).join(' ')
}

function capitalised(word: string): string {
  return word
    .replace(/^mc(?=\p{L}{2})/u, 'Mc ')
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc /, 'Mc')
    .replace(/'S$/, "'s")
}

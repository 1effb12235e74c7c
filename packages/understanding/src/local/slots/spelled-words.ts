import type { SpellingRules } from '../languages/slot-rules.ts'
import type { Token } from './utterance.ts'

/** A word of a name: as rules read it, as it was said, and the tokens it came from. `end` is exclusive. */
export type NameWord = { folded: string; said: string; from: number; end: number }

const longestPhrase = 3

export const isLetter = (word: string | undefined): boolean => word !== undefined && /^\p{L}$/u.test(word) && word !== 'à'

/** The words of an utterance with dictated letters as letters: "b as in bravo" is b, "double l" is l l. Taken tokens are empty words. */
export function spelledWords(tokens: readonly Token[], isTaken: (token: Token) => boolean, rules: SpellingRules): NameWord[] {
  const words = tokens.flatMap((token, at): NameWord[] => {
    const range = { from: at, end: at + 1 }
    if (isTaken(token)) return [{ ...range, folded: '', said: '' }]
    return [{ ...range, folded: foldedOf(token), said: token.said }]
  })
  const read: NameWord[] = []
  for (let at = 0; at < words.length; ) {
    const [letters, length] = lettersAt(words, at, rules)
    const [first, last] = [words[at], words[at + Math.max(1, length) - 1]]
    if (!first || !last) break
    if (length === 0) read.push(first)
    else for (const letter of letters) read.push({ from: first.from, end: last.end, folded: letter, said: letter })
    at += Math.max(1, length)
  }
  return read
}

/** A number is one word of what was said, its digits say nothing about names. */
const foldedOf = ({ text, said }: Token): string => (/\d/.test(text) ? said : text)

function lettersAt(words: readonly NameWord[], at: number, rules: SpellingRules): [string, number] {
  const named = phraseAt(words, at, (phrase) => rules.letters[phrase])
  const [letter, length] = named ?? [plainLetter(words[at]), 1]
  if (letter) {
    const joined = phraseAt(words, at + length, (phrase) => (rules.asIn.includes(phrase) ? phrase : undefined))
    const example = joined && words[at + length + joined[1]]
    if (joined && example?.folded.startsWith(letter)) return [letter, length + joined[1] + 1]
    return named && (plainLetter(words[at - 1]) || plainLetter(words[at + length])) ? [letter, length] : ['', 0]
  }
  const times = rules.repeats[words[at]?.folded ?? '']
  const repeated = plainLetter(words[at + 1])
  if (times && repeated && (plainLetter(words[at - 1]) || plainLetter(words[at + 2]))) return [repeated.repeat(times), 2]
  return ['', 0]
}

function plainLetter(word: NameWord | undefined): string | undefined {
  const bare = word?.said.replace(/'?s$/, '') || word?.said
  return isLetter(bare) ? bare : undefined
}

function phraseAt(words: readonly NameWord[], at: number, find: (phrase: string) => string | undefined): [string, number] | undefined {
  for (let length = longestPhrase; length > 0; length--) {
    const phrase = words.slice(at, at + length)
    const found = phrase.length === length ? find(phrase.map(({ folded }) => folded).join('_')) : undefined
    if (found !== undefined) return [found, length]
  }
  return undefined
}

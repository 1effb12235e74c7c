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
    const skipped = skippedAt(words, at, rules)
    if (skipped > 0) {
      at += skipped
      continue
    }
    const [letters, length] = lettersAt(words, at, read.at(-1), rules)
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

function lettersAt(words: readonly NameWord[], at: number, before: NameWord | undefined, rules: SpellingRules): [string, number] {
  const named = phraseAt(words, at, (phrase) => rules.letters[phrase])
  const [letter, length] = named ?? [plainLetter(words[at]), 1]
  if (letter) {
    const joined = phraseAt(words, at + length, (phrase) => (rules.asIn.includes(phrase) ? phrase : undefined))
    const example = joined && words[at + length + joined[1]]
    if (joined && example?.folded.startsWith(letter)) return [letter, length + joined[1] + 1]
    return named && (plainLetter(before) || plainLetter(words[at + length])) ? [letter, length] : ['', 0]
  }
  const times = rules.repeats[words[at]?.folded ?? '']
  const repeated = plainLetter(words[at + 1])
  if (times && repeated && (plainLetter(before) || plainLetter(words[at + 2]))) return [repeated.repeat(times), 2]
  return ['', 0]
}

/** How many words here say only that letters follow, or comment on one. */
function skippedAt(words: readonly NameWord[], at: number, { introductions, comments }: SpellingRules): number {
  const introduction = phraseAt(words, at, (phrase) => (introductions.includes(phrase) ? phrase : undefined))?.[1]
  if (introduction && plainLetter(words[at + introduction]) && words[at + introduction + 1]) return introduction
  const comment = at > 0 ? phraseAt(words, at, (phrase) => (comments.includes(phrase) ? phrase : undefined))?.[1] : undefined
  return comment && plainLetter(words[at + comment]) && !plainLetter(words[at + comment + 1]) ? comment + 1 : 0
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

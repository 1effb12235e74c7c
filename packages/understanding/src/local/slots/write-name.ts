import type { SlotRules } from '../languages/slot-rules.ts'
import { isLetter } from './spelled-words.ts'

/** A name as written: spelled letters joined and put in place of the word they spell ("smyth s m i t h" is Smith), capitals, titles kept; '' when only a title or a particle is left. */
export function writeName(words: readonly string[], { titles, particles }: Pick<SlotRules['names'], 'titles' | 'particles'>): string {
  const parts: string[] = []
  let letters = ''
  const flush = () => {
    const spelled = letters.length > 1 ? parts.findLastIndex((part) => part[0] === letters[0] && !titles.has(part)) : -1
    if (spelled >= 0) parts[spelled] = letters
    else if (letters) parts.push(letters)
    letters = ''
  }
  for (const word of words) {
    if (isLetter(word)) letters += word
    else {
      flush()
      parts.push(word)
    }
  }
  flush()
  if (parts.every((part) => titles.has(part) || particles.has(part))) return ''
  return parts
    .map((part, at) => (at > 0 && at < parts.length - 1 && particles.has(part) ? part : capitalised(part, at > 0 && particles.has("d'"))))
    .join(' ')
}

function capitalised(word: string, keepsElision: boolean): string {
  return word
    .replace(/^mc(?=\p{L}{2})/u, 'mc ')
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc /, 'Mc')
    .replace(/^D'/, keepsElision ? "d'" : "D'")
}

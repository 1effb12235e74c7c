import { phrases } from '../../phrases.ts'
import type { Language } from '../../text.ts'

/** Other names of digits, in any of the languages. */
const otherNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: { oh: '0', o: '0' }, fr: { zero: '0', une: '1' } }

/** "four two oh seven", "42 07" → "4207"; undefined when any word is something else. */
export function spokenDigits(words: string, language: Language): string | undefined {
  const read = words
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => digitsIn(word, language))
  return read.some((digits) => digits === undefined) ? undefined : read.join('')
}

function digitsIn(word: string, language: Language): string | undefined {
  if (/^\d+$/.test(word)) return word
  const at = phrases[language].digits.indexOf(word)
  return at >= 0 ? String(at) : otherNames[language][word]
}

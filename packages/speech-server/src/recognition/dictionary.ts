import { readFile } from 'node:fs/promises'
import { arpabet } from './arpabet.ts'

/** Pronunciations the model's dictionary lacks or gets wrong for what callers mean. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  am: ['EY EH M', 'AE M'],
  uh: ['AH'],
  um: ['AH M'],
}

export type Dictionary = {
  /** The lines of a dictionary file for these words; `unknown` are the words that nobody can pronounce. */
  select(words: ReadonlySet<string>): Promise<{ lines: string[]; unknown: Set<string> }>
}

/** Reads a CMU dictionary; `phonemesOf` says words it lacks (IPA). */
export async function loadDictionary(path: string, phonemesOf: (word: string) => Promise<string[]>): Promise<Dictionary> {
  const pronunciations = new Map<string, string[]>()
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    const space = line.indexOf(' ')
    if (space <= 0) continue
    const word = line.slice(0, space).replace(/\(\d+\)$/, '')
    const known = pronunciations.get(word)
    if (known === undefined) pronunciations.set(word, [line.slice(space + 1)])
    else known.push(line.slice(space + 1))
  }
  for (const [word, own] of Object.entries(OWN)) pronunciations.set(word, [...own])

  return {
    async select(words) {
      const lines: string[] = []
      const unknown = new Set<string>()
      for (const word of words) {
        if (!pronunciations.has(word)) {
          const guessed = arpabet(await phonemesOf(word))
          pronunciations.set(word, guessed === '' ? [] : [guessed])
        }
        const known = pronunciations.get(word) ?? []
        if (known.length === 0) unknown.add(word)
        known.forEach((phones, index) => {
          lines.push(`${word}${index === 0 ? '' : `(${index + 1})`} ${phones}`)
        })
      }
      return { lines, unknown }
    },
  }
}

import type { Vocabulary } from '../languages/vocabulary.ts'

/** The groups of one meaning that a word or phrase, as stems, belongs to. */
export type Lexicon = { ofWord(stemmed: string): readonly number[]; ofPhrase(stems: readonly string[], at: number): readonly number[] }

const longestPhrase = 3
const none: readonly number[] = []
const lexicons = new WeakMap<Vocabulary, Lexicon>()

/** The meanings of a language, indexed once. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary)
  if (known) return known
  const created = createLexicon(vocabulary)
  lexicons.set(vocabulary, created)
  return created
}

function createLexicon({ meanings, stem }: Vocabulary): Lexicon {
  const words = new Map<string, number[]>()
  const phrases = new Map<string, number[]>()
  meanings.forEach((group, index) => {
    for (const entry of group.split(' ')) {
      const stems = entry.split('_').map(stem)
      const into = stems.length > 1 ? phrases : words
      const key = stems.join(' ')
      const groups = into.get(key) ?? []
      if (!groups.includes(index)) groups.push(index)
      into.set(key, groups)
    }
  })
  return {
    ofWord: (stemmed) => words.get(stemmed) ?? none,
    ofPhrase(stems, at) {
      let found: number[] | undefined
      for (let length = 2; length <= longestPhrase && at + length <= stems.length; length++) {
        const groups = phrases.get(stems.slice(at, at + length).join(' '))
        if (groups) found = [...(found ?? []), ...groups]
      }
      return found ?? none
    },
  }
}

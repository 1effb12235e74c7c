import type { SpokenWord } from '../synthesiser.ts'

type CharacterTimes = { characters: string[]; characterStartTimesSeconds: number[]; characterEndTimesSeconds: number[] }

/** Gathers words from the characters' times of successive chunks; a word may be cut by a chunk. */
export function createWordTimes() {
  let word: SpokenWord | undefined
  let characters = 0

  return {
    /** Characters of the text that have been spoken so far. */
    characters: () => characters,
    add(times: CharacterTimes): SpokenWord[] {
      const complete: SpokenWord[] = []
      times.characters.forEach((character, i) => {
        characters += character.length
        if (/^\s*$/.test(character)) {
          if (word) complete.push(word)
          word = undefined
          return
        }
        const startMs = (times.characterStartTimesSeconds[i] ?? 0) * 1_000
        const endMs = (times.characterEndTimesSeconds[i] ?? 0) * 1_000
        word = { text: (word?.text ?? '') + character, startMs: word?.startMs ?? startMs, endMs }
      })
      return complete
    },
    /** The last word, when the audio has ended. */
    rest(): SpokenWord[] {
      return word ? [word] : []
    },
  }
}

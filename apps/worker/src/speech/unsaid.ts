import type { SpokenWord, SynthesisChunk } from './synthesiser.ts'

/** Follows a speech that several providers may say: how long it is by now, and which words of it are still to be said. */
export function createUnsaid(text: string, sampleRate: number) {
  const tokens = text.trim().split(/\s+/)
  let samples = 0
  let offsetMs = 0
  /** Tokens that earlier providers said whole. */
  let before = 0
  let words: SpokenWord[] = []
  const soFarMs = () => (samples * 1_000) / sampleRate

  return {
    hasBegun: () => samples > 0,

    /** Takes a piece of the running provider; the same piece with its words at their place in the whole speech. */
    add({ words: known, ...piece }: SynthesisChunk): SynthesisChunk {
      samples += piece.pcm.length
      const placed = known.map(({ text: word, startMs, endMs }) => ({ text: word, startMs: startMs + offsetMs, endMs: endMs + offsetMs }))
      words.push(...placed)
      return { ...piece, words: placed }
    },

    /** The running provider broke: what the next one has to say, from the first word that did not sound whole. Without word times: all of it again. */
    rest(): string {
      before += words.filter(({ endMs }) => endMs <= soFarMs()).length
      words = []
      offsetMs = soFarMs()
      return tokens.slice(before).join(' ')
    },
  }
}

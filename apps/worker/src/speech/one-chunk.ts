import type { SynthesisChunk } from './synthesiser.ts'

/** Pieces of one speech as one. */
export function oneChunk(chunks: readonly SynthesisChunk[]): SynthesisChunk {
  const pcm = new Int16Array(chunks.reduce((sum, chunk) => sum + chunk.pcm.length, 0))
  let at = 0
  for (const chunk of chunks) {
    pcm.set(chunk.pcm, at)
    at += chunk.pcm.length
  }
  return { pcm, words: chunks.flatMap((chunk) => chunk.words) }
}

import { joinSamples } from '@parley/audio'
import type { SynthesisChunk } from './synthesiser.ts'

/** Pieces of one speech as one. */
export function oneChunk(chunks: readonly SynthesisChunk[]): SynthesisChunk {
  return { pcm: joinSamples(chunks.map(({ pcm }) => pcm)), words: chunks.flatMap(({ words }) => words) }
}

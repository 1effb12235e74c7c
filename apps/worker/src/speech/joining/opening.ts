import { oneChunk } from '../one-chunk.ts'
import type { SynthesisChunk } from '../synthesiser.ts'
import { judgedMs } from './seam.ts'
import { soundIn } from './sound.ts'

/** Reads until there is enough sound to judge a seam by, or the piece is over. */
export async function openingOf(reader: AsyncIterator<SynthesisChunk>, sampleRate: number): Promise<SynthesisChunk> {
  let opening: SynthesisChunk = { pcm: new Int16Array(0), words: [] }
  for (;;) {
    const sound = soundIn(opening.pcm, sampleRate)
    if (sound && sound.to - sound.from >= (judgedMs * sampleRate) / 1_000) return opening
    const next = await reader.next()
    if (next.done) return opening
    opening = oneChunk([opening, next.value])
  }
}

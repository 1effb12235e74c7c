import { oneChunk } from '../one-chunk.ts'
import type { SpokenWord, SynthesisChunk } from '../synthesiser.ts'
import { loudness } from './sound.ts'

/** The cut is made at the softest place around the word's beginning, milliseconds: times of words are not exact, and the pause is before it. */
const earliestMs = 120
const latestMs = 20
const windowMs = 5

/** A speech from its nth word (counted from 0) on, with the times of its words counted from the cut; nothing when the word never comes. */
export async function* fromWord(speech: AsyncIterable<SynthesisChunk>, nth: number, sampleRate: number): AsyncGenerator<SynthesisChunk> {
  let before: SynthesisChunk | undefined = { pcm: new Int16Array(0), words: [] }
  let cutMs = 0
  const shifted = (words: readonly SpokenWord[]) =>
    words.map(({ text, startMs, endMs }) => ({ text, startMs: Math.max(0, startMs - cutMs), endMs: Math.max(0, endMs - cutMs) }))
  for await (const chunk of speech) {
    if (!before) {
      yield { pcm: chunk.pcm, words: shifted(chunk.words) }
      continue
    }
    before = oneChunk([before, chunk])
    const word = before.words[nth]
    if (!word || before.pcm.length < ((word.startMs + latestMs + windowMs) * sampleRate) / 1_000) continue
    const cut = softest(before.pcm, word.startMs, sampleRate)
    cutMs = (cut * 1_000) / sampleRate
    yield { pcm: before.pcm.slice(cut), words: shifted(before.words.slice(nth)) }
    before = undefined
  }
}

function softest(pcm: Int16Array, aroundMs: number, sampleRate: number): number {
  const step = (windowMs * sampleRate) / 1_000
  const at = Math.round((aroundMs * sampleRate) / 1_000)
  let best = at
  for (let from = Math.max(0, at - (earliestMs / windowMs) * step); from <= at + (latestMs / windowMs) * step; from += step) {
    if (loudness(pcm.subarray(from, from + step)) < loudness(pcm.subarray(best, best + step))) best = from
  }
  return best
}

import { joinSamples } from '@parley/audio'
import type { SpokenChunk } from './synthesiser.ts'

/** Characters with their times, in ms from the start of the chunk they came with. */
export type Alignment = { characters: string[]; startsMs: number[]; durationsMs: number[] }
/** `startMs`: where the chunk begins in the whole speech. */
export type AlignedChunk = { samples: Int16Array; startMs: number; alignment: Alignment }

const MIN_CHUNK_MS = 200

/** Spreads a piece of text evenly over its time. */
function spread(text: readonly string[], fromMs: number, toMs: number, into: Alignment): void {
  const each = text.length === 0 ? 0 : (toMs - fromMs) / text.length
  text.forEach((character, index) => {
    into.characters.push(character)
    into.startsMs.push(fromMs + index * each)
    into.durationsMs.push(each)
  })
}

/** Regroups speech into chunks of whole words (at least 200 ms each), every chunk with the characters spoken in it. */
export async function* alignedSpeech(speech: AsyncIterable<SpokenChunk>, text: string, rate: number): AsyncGenerator<AlignedChunk> {
  const characters = Array.from(text)
  let parts: Int16Array[] = []
  let buffered = 0
  let emitted = 0
  let marks: { position: number; sample: number }[] = [{ position: 0, sample: 0 }]

  const cut = (toSample: number, next: { position: number; sample: number } | null): AlignedChunk => {
    const all = joinSamples(parts)
    const samples = all.subarray(0, toSample - emitted)
    const inChunk = next === null ? marks : marks.slice(0, marks.indexOf(next))
    const toMs = (sample: number) => ((sample - emitted) * 1000) / rate
    const alignment: Alignment = { characters: [], startsMs: [], durationsMs: [] }
    inChunk.forEach((mark, index) => {
      const following = inChunk[index + 1] ?? next
      const endAt = Math.min(following?.sample ?? toSample, toSample)
      spread(
        characters.slice(mark.position, following?.position ?? characters.length),
        toMs(Math.min(mark.sample, endAt)),
        toMs(endAt),
        alignment,
      )
    })
    const chunk = { samples: samples.slice(), startMs: (emitted * 1000) / rate, alignment }
    parts = [all.subarray(samples.length)]
    marks = next === null ? [] : marks.slice(marks.indexOf(next))
    emitted = toSample
    return chunk
  }

  for await (const chunk of speech) {
    parts.push(chunk.samples)
    buffered += chunk.samples.length
    for (const word of chunk.words) {
      const sample = Math.round((word.atMs * rate) / 1000)
      const last = marks.at(-1)
      if (last === undefined || (word.position > last.position && sample >= last.sample)) marks.push({ position: word.position, sample })
    }
    const next = marks.findLast((mark) => mark.sample <= buffered && mark.sample - emitted >= (MIN_CHUNK_MS * rate) / 1000)
    if (next !== undefined) yield cut(next.sample, next)
  }
  if (buffered > emitted || marks.length > 0) yield cut(buffered, null)
}

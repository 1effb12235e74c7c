import { resample } from '../audio.ts'

/** What somebody may say in a measurement: the audio (any rate) and when each word sounds in it, milliseconds from its start. */
export type Utterance = {
  text: string
  /** Told with the words when it is given; absent: nothing is told. */
  language?: string
  pcm: Int16Array
  rate: number
  words: readonly { word: string; startMs: number; endMs: number }[]
}

const frameMs = 10
const rate = 16_000
const frameSamples = (rate * frameMs) / 1_000
/** Loudness (16-bit root mean square) from which a frame is sound on a quiet line. */
const usuallyAudible = 120
/** Likeness of loudness from which audio is a known utterance. */
const alike = 0.8
/** The beginning that is compared at least; how much may be missing of it, and how much of something else may come before, in frames. */
const fewestFrames = 15
const mostMissing = 4
const mostBefore = 40

const levelOf = (frame: Int16Array) => Math.sqrt(frame.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, frame.length))

/** Loudness of each 10 ms at 16 kHz, as a share of the loudest in logarithmic steps, so that level and line codes do not matter. */
function shapeOf(levels: readonly number[], audible: number): number[] {
  return levels.map((level) => Math.log10(Math.max(level, audible / 4)))
}

function likeness(one: readonly number[], other: readonly number[], shift: number, length: number): number {
  let [a, b, count] = [0, 0, 0]
  for (let i = 0; i < length; i += 1) {
    const x = one[i]
    const y = other[i + shift]
    if (x === undefined || y === undefined) continue
    a += x
    b += y
    count += 1
  }
  if (count < fewestFrames) return 0
  const [meanA, meanB] = [a / count, b / count]
  let [both, first, second] = [0, 0, 0]
  for (let i = 0; i < length; i += 1) {
    const x = one[i]
    const y = other[i + shift]
    if (x === undefined || y === undefined) continue
    both += (x - meanA) * (y - meanB)
    first += (x - meanA) ** 2
    second += (y - meanB) ** 2
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0
}

type Known = Utterance & { shape: number[]; onsetMs: number; lengthMs: number }

/**
 * Recognises utterances by the rise and fall of their loudness: cheap, exact on what is known, deaf to anything else. `audible`: above the noise of the
 * line.
 */
export function createKnownUtterances(utterances: readonly Utterance[], audible = usuallyAudible) {
  const known = utterances.map((utterance): Known => {
    const pcm = resample(utterance.pcm, utterance.rate, rate)
    const levels = Array.from({ length: Math.floor(pcm.length / frameSamples) }, (_, i) =>
      levelOf(pcm.subarray(i * frameSamples, (i + 1) * frameSamples)),
    )
    const onset = Math.max(
      0,
      levels.findIndex((level) => level > audible),
    )
    return { ...utterance, shape: shapeOf(levels.slice(onset), audible), onsetMs: onset * frameMs, lengthMs: levels.length * frameMs }
  })

  return {
    /** Follows one stream of 16 kHz audio. */
    listen() {
      let rest = new Int16Array(0)
      let positionMs = 0
      let levels: number[] = []
      let onsetAt: number | undefined
      let told = 0
      let quietMs = 0

      const shape = () => shapeOf(levels, audible)
      /** The likeliest utterance, and where it began in the stream. */
      function best(): { one: Known; beganAt: number } | undefined {
        const heard = shape()
        let found: { one: Known; shift: number; score: number } | undefined
        for (const one of known) {
          const length = Math.min(heard.length, one.shape.length + mostBefore)
          for (let shift = -mostBefore; shift <= mostMissing; shift += 1) {
            const score = likeness(heard, one.shape, shift, length)
            // What is longer than the utterance cannot be it, apart from the silence after it.
            if (score > (found?.score ?? alike)) found = { one, shift, score }
          }
        }
        return found && { one: found.one, beganAt: (onsetAt ?? 0) - found.one.onsetMs - found.shift * frameMs }
      }

      return {
        positionMs: () => positionMs,
        /** True while something sounds or has just sounded. */
        isHearing: () => onsetAt !== undefined,
        /** How long nothing has sounded. */
        quietMs: () => quietMs,
        push(pcm: Int16Array) {
          const all = new Int16Array(rest.length + pcm.length)
          all.set(rest)
          all.set(pcm, rest.length)
          let at = 0
          for (; at + frameSamples <= all.length; at += frameSamples) {
            const level = levelOf(all.subarray(at, at + frameSamples))
            positionMs += frameMs
            quietMs = level > audible ? 0 : quietMs + frameMs
            if (onsetAt === undefined && level > audible) {
              onsetAt = positionMs - frameMs
              levels = []
              told = 0
            }
            if (onsetAt !== undefined) levels.push(level)
          }
          rest = all.slice(at)
        },
        /** The words that have sounded and were not settled yet; positions of the stream, milliseconds. */
        words(): { text: string; endsAt: number; whole: boolean; language?: string } {
          if (onsetAt === undefined) return { text: '', endsAt: positionMs, whole: false }
          const found = best()
          if (!found) return { text: '', endsAt: positionMs, whole: false }
          const { one, beganAt: offset } = found
          const heard = one.words.filter(({ endMs }) => endMs + offset <= positionMs + 2 * frameMs)
          const fresh = heard.slice(told)
          const endsAt = (fresh.at(-1)?.endMs ?? 0) + offset
          return { text: fresh.map(({ word }) => word).join(' '), endsAt, whole: heard.length === one.words.length, language: one.language }
        },
        /** What `words` said is settled; after the whole utterance the next one is listened for. */
        settle() {
          const found = onsetAt === undefined ? undefined : best()
          if (!found) {
            onsetAt = undefined
            return
          }
          const { one, beganAt: offset } = found
          told = one.words.filter(({ endMs }) => endMs + offset <= positionMs + 2 * frameMs).length
          if (told === one.words.length) onsetAt = undefined
        },
      }
    },
  }
}

import type { SpeechRate, SpokenWord, SynthesisChunk } from '../synthesiser.ts'
import { naturalPauseMs } from './pause.ts'
import { matchingGain, type SeamFault, seamFault } from './seam.ts'
import { soundIn } from './sound.ts'
import { amplified, fadeSamples, splice } from './splice.ts'

/** How much of the running piece is remembered to judge the seam behind it, milliseconds. */
const rememberedMs = 1_500

type Beginning = {
  /** The beginning of the piece, with enough sound to judge it by, and its words so far. */
  opening: SynthesisChunk
  /** What is said before it: its last mark decides the pause. */
  textBefore: string
  /** Refused when the two do not go together; else taken as it is: another voice, or a cut that is the remedy. */
  judged: boolean
}

/** Puts pieces of speech one behind the other as they come in; all it gives back can sound at once, with the words at their place. */
export function createJoiner(sampleRate: SpeechRate) {
  const fade = fadeSamples(sampleRate)
  const msOf = (samples: number) => (samples * 1_000) / sampleRate
  /** Samples given back so far. */
  let given = 0
  /** The end of the running piece: its last sound and the silence behind it, until it is known what follows. */
  let held: Int16Array = new Int16Array()
  let remembered: Int16Array = new Int16Array()
  let gain = 1
  let shiftMs = 0

  const placed = (words: readonly SpokenWord[]) =>
    words.map(({ text, startMs, endMs }) => ({ text, startMs: Math.max(0, startMs + shiftMs), endMs: Math.max(0, endMs + shiftMs) }))

  /** Goes on with the running piece. */
  function add({ pcm, words }: SynthesisChunk, before: Int16Array = new Int16Array()): SynthesisChunk {
    const sound = amplified(pcm, gain)
    remembered = joined(remembered, sound).slice(-(rememberedMs * sampleRate) / 1_000)
    const all = joined(held, sound)
    const soundsTo = soundIn(all, sampleRate)?.to ?? 0
    const ready = Math.max(0, soundsTo - fade)
    held = all.slice(ready)
    const out = joined(before, all.subarray(0, ready))
    given += out.length
    return { pcm: out, words: placed(words) }
  }

  return {
    add,

    /** Begins the next piece; a fault when the two do not go together: then nothing has changed. */
    begin({ opening, textBefore, judged }: Beginning): { fault: SeamFault } | { fault?: undefined; chunk: SynthesisChunk } {
      const wantedGain = matchingGain(remembered, opening.pcm, sampleRate)
      const fault = judged ? seamFault(remembered, amplified(opening.pcm, wantedGain), sampleRate) : undefined
      if (fault) return { fault }
      gain = wantedGain
      const soundEnd = soundIn(held, sampleRate)?.to ?? Math.min(fade, held.length)
      const lead = soundIn(opening.pcm, sampleRate)?.from ?? 0
      const pauseMs = naturalPauseMs(textBefore, msOf(held.length - soundEnd + lead))
      const pause = Math.round((pauseMs * sampleRate) / 1_000)
      const behind = Math.min(held.length - soundEnd, pause)
      const ahead = Math.min(lead, pause - behind)
      const from = lead - ahead
      const beginning = amplified(opening.pcm.subarray(from, from + fade), gain)
      const seam = splice(held.subarray(0, soundEnd + behind), beginning, pause - behind - ahead, sampleRate)
      shiftMs = msOf(given + seam.length - beginning.length - from)
      held = new Int16Array()
      remembered = beginning
      return { chunk: add({ pcm: opening.pcm.subarray(from + fade), words: opening.words }, seam) }
    },

    /** The rest of the last piece. */
    end(): SynthesisChunk {
      const pcm = held
      held = new Int16Array()
      return { pcm, words: [] }
    },
  }
}

function joined(one: Int16Array, other: Int16Array): Int16Array {
  const both = new Int16Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

import { SpeechError } from '../speech/speech-error.ts'
import type { SpokenWord, Synthesiser, SynthesisRequest } from '../speech/synthesiser.ts'

/** The audio of one speech as it comes in from the synthesiser, read in frames. */
export type SpeechAudio = {
  firstAudioAt(): number | undefined
  /** Where its first audio came from: kept from before, or made now. */
  source(): 'kept' | 'live' | undefined
  /** The next frame of at most `samples`; undefined when it has not come yet, or never will. */
  read(samples: number): Int16Array | undefined
  /** No more audio will come. */
  ended(): boolean
  failure(): SpeechError | undefined
  /** Whole words within the first `playedMs` of audio. */
  wordsUntil(playedMs: number): string
  /** Resolves when there is something new to read or the end is known. */
  changed(): Promise<void>
  stop(): void
}

/** Starts the synthesis at once, so that the audio is there when its turn comes. */
export function fetchSpeech(synthesiser: Synthesiser, request: Omit<SynthesisRequest, 'signal'>, now: () => number): SpeechAudio {
  const abort = new AbortController()
  const words: SpokenWord[] = []
  const pieces: Int16Array[] = []
  let available = 0
  let offset = 0
  let firstAudioAt: number | undefined
  let source: 'kept' | 'live' | undefined
  let ended = false
  let failure: SpeechError | undefined
  let wake: () => void = () => undefined

  async function fetchAll() {
    try {
      for await (const { pcm, words: known, kept } of synthesiser.synthesise({ ...request, signal: abort.signal })) {
        words.push(...known)
        if (pcm.length === 0 || abort.signal.aborted) continue
        firstAudioAt ??= now()
        source ??= kept ? 'kept' : 'live'
        pieces.push(pcm)
        available += pcm.length
        wake()
      }
    } catch (error) {
      if (!abort.signal.aborted) failure = error instanceof SpeechError ? error : new SpeechError('synthesis', 'BROKEN', String(error))
    }
    ended = true
    wake()
  }
  void fetchAll()

  return {
    firstAudioAt: () => firstAudioAt,
    source: () => source,
    ended: () => ended && available === 0,
    failure: () => failure,

    read(samples) {
      if (available === 0 || (available < samples && !ended)) return undefined
      const frame = new Int16Array(Math.min(samples, available))
      for (let filled = 0; filled < frame.length; ) {
        const piece = pieces[0]
        if (!piece) break
        const part = piece.subarray(offset, offset + frame.length - filled)
        frame.set(part, filled)
        filled += part.length
        offset += part.length
        if (offset === piece.length) {
          pieces.shift()
          offset = 0
        }
      }
      available -= frame.length
      return frame
    },

    wordsUntil(playedMs) {
      return words
        .filter((word) => word.endMs <= playedMs)
        .map((word) => word.text)
        .join(' ')
    },

    changed() {
      return new Promise((resolve) => {
        wake = resolve
      })
    },

    stop() {
      abort.abort()
      pieces.length = 0
      available = 0
      ended = true
      wake()
    },
  }
}

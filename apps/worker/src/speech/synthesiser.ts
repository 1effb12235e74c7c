import type { Language } from '@parley/flow-runtime'
import type { SpeechNote } from './speech-error.ts'

/** Samples a second of the agent's voice: in a room, and on a telephone line. */
export type SpeechRate = 24_000 | 8_000

/** A word as spoken; times in milliseconds from the start of the speech. */
export type SpokenWord = { text: string; startMs: number; endMs: number }

/** A piece of a speech: 16-bit mono at the wanted rate, with the words that became known with it. `kept`: it was made before it was asked for. */
export type SynthesisChunk = { pcm: Int16Array; words: readonly SpokenWord[]; kept?: true }

export type SynthesisRequest = {
  text: string
  language: Language
  /** A voice of the provider that is asked first, or `provider/voice`. */
  voiceId?: string
  sampleRate: SpeechRate
  signal?: AbortSignal
  /** A retry, a fallback: worth knowing for the call, no failure. */
  onNote?: (note: SpeechNote) => void
}

/** Speaks a text. The stream throws a SpeechError when the audio could not be made whole. */
export type Synthesiser = { synthesise(request: SynthesisRequest): AsyncIterable<SynthesisChunk> }

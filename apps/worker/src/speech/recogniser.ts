import type { Expectation, Language } from '@parley/flow-runtime'
import type { SpeechError } from './speech-error.ts'

export const contactSampleRate = 16_000

/** One message about the audio since the last settled message. `settled`: nothing before it is outstanding. */
export type Transcript = { text: string; confidence: number; isFinal: boolean; settled: boolean }

export type RecogniserHandlers = {
  onTranscript(transcript: Transcript): void
  /** The line to the provider was renewed and the utterance is sent again: its earlier messages do not count. */
  onRestart(): void
  /** Given up; no further message comes. */
  onFailure(error: SpeechError): void
}

/** Recognition for one listening node. Audio: 16-bit mono at the announced rate. */
export type RecogniserStream = {
  /** An utterance begins: the following audio is kept so that a renewed line can hear it from here. */
  begin(): void
  push(pcm: Int16Array): void
  /** The utterance has ended: answer now with what there is. */
  finalize(): void
  /** The provider does not answer: renew the line and send the utterance again, unless only its own work could be lost by that. */
  restart(): void
  close(): void
}

export type Recogniser = {
  open(request: { language: Language; expectation: Expectation; sampleRate: number }, handlers: RecogniserHandlers): RecogniserStream
}

import type { Expectation, Language } from '@parley/flow-runtime'
import type { SpeechError, SpeechNote } from './speech-error.ts'

export const contactSampleRate = 16_000

/** One message about the audio since the last settled message. `settled`: nothing before it is outstanding. `language`: as the provider heard it. */
export type Transcript = { text: string; confidence: number; isFinal: boolean; settled: boolean; language?: Language }

/** What a provider that hears the ends of turns says about the running one; `text` is all of the turn so far. */
export type ProviderTurn = { kind: 'began' | 'eager' | 'resumed' | 'ended'; text: string; confidence: number; language?: Language }

export type RecogniserHandlers = {
  onTranscript(transcript: Transcript): void
  onTurn?(turn: ProviderTurn): void
  /**
   * The line to the provider was renewed, or another provider hears, and the utterance is sent again: its earlier messages do not count. `asks`: how many
   * answers the new one was asked for.
   */
  onRestart(asks: number): void
  /** Given up; no further message comes. */
  onFailure(error: SpeechError): void
  /** Another provider was asked: worth knowing for the call, no failure. */
  onNote?(note: SpeechNote): void
}

/** Recognition for one listening node. Audio: 16-bit mono at the announced rate. */
export type RecogniserStream = {
  /** Being asked for an answer in a pause does no harm to the words that follow. May change on a restart. */
  readonly asksEarly: boolean
  /** Hears the ends of turns itself and wants all audio, not only utterances. May change on a restart. */
  readonly turns: boolean
  /** An utterance begins: the following audio is kept so that a renewed line can hear it from here. */
  begin(): void
  push(pcm: Int16Array): void
  /** The utterance has ended: answer now with what there is. */
  finalize(): void
  /** The provider is late: have the utterance heard beside it too where that may help. What it is at work on is not thrown away while nobody else can be asked. */
  restart(): void
  close(): void
}

/** `languages`: what the contact may speak besides `language`. `isLast`: nobody else can be asked, so it is tried as long as it makes sense. */
export type RecognitionRequest = {
  language: Language
  languages?: readonly Language[]
  expectation: Expectation
  sampleRate: number
  isLast?: boolean
}

export type Recogniser = { open(request: RecognitionRequest, handlers: RecogniserHandlers): RecogniserStream }

import type { SpeechRate } from '../speech/synthesiser.ts'
import type { VoicePort } from '../voice-port.ts'

export type LineEvent =
  /** The contact's audio: mono at 16 kHz, any length; `at` is the instant of its end. */
  { type: 'audio'; pcm: Int16Array; at: number } | { type: 'key'; key: string } | { type: 'left'; by: 'contact' | 'system'; code?: string }

/** Where the agent's audio goes: 16-bit mono, played in order. Queues what is given (up to a second); `clear` drops what is not played yet. */
export type AudioOutput = {
  sampleRate: SpeechRate
  play(pcm: Int16Array): void
  clear(): void
}

/** A connection that carries sound both ways. What a room and a carrier's socket have in common. */
export type Line = Pick<VoicePort, 'answered' | 'sendKeys' | 'transfer' | 'hangUp'> & {
  output: AudioOutput
  onEvent(listener: (event: LineEvent) => void): void
  close(): Promise<void>
}

import type { VoicePort } from '../voice-port.ts'

export type LineEvent =
  /** The contact's audio: one window of the voice detector at 16 kHz; `at` is the instant of its end. */
  { type: 'audio'; pcm: Int16Array; at: number } | { type: 'key'; key: string } | { type: 'left'; by: 'contact' | 'system'; code?: string }

/** Where the agent's audio goes: 16-bit mono at 24 kHz, played in order. Queues what is given; `clear` drops what is not played yet. */
export type AudioOutput = {
  play(pcm: Int16Array): void
  clear(): void
}

/** A connection that carries sound both ways. What a room and a carrier's socket have in common. */
export type Line = Pick<VoicePort, 'answered' | 'sendKeys' | 'transfer' | 'hangUp'> & {
  output: AudioOutput
  onEvent(listener: (event: LineEvent) => void): void
  close(): Promise<void>
}

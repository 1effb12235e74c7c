import type { Hearing } from './hearing.ts'

/** A piece of what the caller sends, speech or not, and the instant (epoch ms) of its first sample. */
export type OnSent = (pcm: Int16Array, at: number) => void

/** A caller's end of a line. */
export type Handset = {
  hearing: Hearing
  /** Speaks (48 kHz mono) in real time; resolves with the instants (epoch ms) of the first and after the last sample. */
  speak(pcm: Int16Array): Promise<{ startedAt: number; endedAt: number }>
  press(key: string): Promise<void>
  /** Hangs up. */
  close(): Promise<void>
}

import type { Hearing } from './hearing.ts'

/** A caller's end of a line. */
export type Handset = {
  hearing: Hearing
  /** Speaks (48 kHz mono) in real time; resolves with the instants (epoch ms) of the first and after the last sample. */
  speak(pcm: Int16Array): Promise<{ startedAt: number; endedAt: number }>
  press(key: string): Promise<void>
  /** Hangs up. */
  close(): Promise<void>
}

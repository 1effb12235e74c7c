import type { Clock } from '../clock.ts'
import type { AudioOutput } from '../turn-taking/line.ts'
import { createHoldTone } from './hold-tone.ts'

const refillMs = 100
/** Given to the line ahead of time: rides out a process that is busy for a moment, and is dropped when the hold ends. */
const aheadMs = 300
const frameMs = 20

/** Plays the tone of the hold until it is stopped; `onPlayed` hears it with the instant at which it sounds. */
export function holdLine(output: AudioOutput, clock: Clock, onPlayed: (pcm: Int16Array, at: number) => void): { stop(): void } {
  const tone = createHoldTone(output.sampleRate)
  let playheadAt = clock.now()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function refill() {
    const now = clock.now()
    playheadAt = Math.max(playheadAt, now)
    while (playheadAt < now + aheadMs) {
      const pcm = tone((output.sampleRate * frameMs) / 1_000)
      output.play(pcm)
      onPlayed(pcm, playheadAt)
      playheadAt += frameMs
    }
    timer = setTimeout(refill, refillMs)
  }
  refill()

  return {
    stop() {
      if (stopped) return
      stopped = true
      clearTimeout(timer)
      output.clear()
    },
  }
}

import type { Clock } from '../clock.ts'
import type { AudioOutput } from '../turn-taking/line.ts'

/** Silence that is kept in the queue while there is nothing to say, and how often it is looked after. */
const silenceMs = 400
const lookAfterMs = 200

/** What plays audio in real time from a queue: `queuedDuration` is what waits in it, milliseconds. */
type PlayedQueue = { capture(pcm: Int16Array): void; clearQueue(): void; readonly queuedDuration: number }

/**
 * An output that never stops sending: silence between speeches, thrown away when there is something to say. A room's queue that runs empty sends nothing
 * for a tenth of a second; the contact's jitter buffer takes that for a slow network and holds back the next words.
 */
export function createSteadyOutput(
  queue: PlayedQueue,
  sampleRate: AudioOutput['sampleRate'],
  clock: Clock,
): AudioOutput & { close(): void } {
  let soundsUntil = 0
  let isResting = false
  let timer: NodeJS.Timeout

  function rest() {
    const soundMs = soundsUntil - clock.now()
    if (soundMs <= 0) {
      isResting = true
      const missingMs = silenceMs - queue.queuedDuration
      if (missingMs > 0) queue.capture(new Int16Array(Math.ceil((missingMs * sampleRate) / 1_000)))
    }
    timer = setTimeout(rest, soundMs > 0 ? soundMs : lookAfterMs)
  }
  rest()

  return {
    sampleRate,
    play(pcm) {
      if (isResting) queue.clearQueue()
      queue.capture(pcm)
      const ms = (pcm.length * 1_000) / sampleRate
      soundsUntil = Math.max(clock.now(), soundsUntil) + ms
      if (!isResting) return
      isResting = false
      clearTimeout(timer)
      timer = setTimeout(rest, ms)
    },
    clear() {
      queue.clearQueue()
      soundsUntil = 0
      clearTimeout(timer)
      rest()
    },
    close: () => clearTimeout(timer),
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Visit } from './visit.ts'

/** For one spoken text: resolves when a piece of `audioMs` and `bytes` may leave by its visit's delay, pace and speed. */
export function createPace({ behaviour, lateMs, jitterMs }: Visit): (audioMs: number, bytes: number) => Promise<void> {
  let startsAt: number | null = null
  let sentMs = 0
  let sentBytes = 0
  return async (audioMs, bytes) => {
    startsAt ??= performance.now() + lateMs()
    sentBytes += bytes
    const inPace = behaviour.paceRealTime && sentMs > 0 ? sentMs + jitterMs() : 0
    const inStream = behaviour.slowStream === null ? 0 : (sentBytes * 1000) / behaviour.slowStream
    sentMs += audioMs
    const wait = startsAt + Math.max(inPace, inStream) - performance.now()
    if (wait > 0) await sleep(wait)
  }
}

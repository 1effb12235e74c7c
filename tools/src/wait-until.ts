import { setTimeout as delay } from 'node:timers/promises'
import { StackError } from './stack-error.ts'

/** Asks `check` again and again until it is true; a StackError with `what` after `deadlineMs`, or when the start is stopped. */
export async function waitUntil(what: string, deadlineMs: number, signal: AbortSignal, check: () => Promise<boolean>): Promise<void> {
  const startedAtMs = performance.now()
  while (performance.now() - startedAtMs < deadlineMs) {
    if (signal.aborted) throw new StackError('STOPPED', 'The start was stopped.')
    if (await check().catch(() => false)) return
    await delay(40)
  }
  throw new StackError('PART_NOT_READY', `${what} did not answer within ${Math.round(deadlineMs / 1000)} s.`, true)
}

/** True when the address answers HTTP with a status below `below` (by default anything but a server error). */
export async function answersHttp(url: string, below = 500): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' })
  await response.body?.cancel()
  return response.status < below
}

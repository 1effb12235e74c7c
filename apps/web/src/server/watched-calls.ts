import { watchCalls } from '@parley/db'
import { env } from '../env.ts'
import { once } from './once.ts'

type Listener = () => void

/** Instead of the id of a call: whichever changed, of whatever tenant. */
export const anyCall = '*'

/** One database listener for all pages; each watcher is woken when its call changed (or may have). */
const watched = once('watched-calls', () => {
  const listeners = new Map<string, Set<Listener>>()
  const wake = (callId: string) => {
    for (const listener of listeners.get(callId) ?? []) listener()
  }
  const changed = (callId: string) => {
    wake(callId)
    wake(anyCall)
  }
  watchCalls(env().DATABASE_URL, changed, () => {
    for (const callId of listeners.keys()) wake(callId)
  })
  return listeners
})

/** Calls back on every change of the call; returns how to stop. */
function onCallChange(callId: string, listener: Listener): () => void {
  const listeners = watched()
  const own = listeners.get(callId) ?? new Set()
  listeners.set(callId, own.add(listener))
  return () => {
    own.delete(listener)
    if (own.size === 0) listeners.delete(callId)
  }
}

/** Resolves at the next wake, after `withinMs`, or when the signal aborts. */
export function createWaker(callId: string, signal?: AbortSignal) {
  let changed = false
  let wake = () => {}
  const stop = onCallChange(callId, () => {
    changed = true
    wake()
  })
  return {
    stop,
    async next(withinMs: number) {
      if (!changed && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
          signal?.addEventListener('abort', wake, { once: true })
        })
        signal?.removeEventListener('abort', wake)
      }
      changed = false
    },
  }
}

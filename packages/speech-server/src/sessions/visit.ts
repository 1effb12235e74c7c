import type { Behaviour, FaultName } from './behaviour.ts'

/** What a session has seen of one kind of speech. `faults`: connections that were given one. */
export type Counters = {
  requests: number
  sockets: number
  openSockets: number
  bytesIn: number
  bytesOut: number
  faults: number
  lastError: string | null
}

export const noCounts = (): Counters => ({ requests: 0, sockets: 0, openSockets: 0, bytesIn: 0, bytesOut: 0, faults: 0, lastError: null })

/** One request or socket, and how it is to be served. */
export type Visit = {
  /** The status that refuses it; null: it is let in. */
  refusal: 401 | 429 | 500 | null
  behaviour: Behaviour
  /** The fault that shows now, at this time after the opening; `midUtteranceClose` never, it has a time of its own. */
  fault(): FaultName | null
  /** How late the next answer is, milliseconds. */
  lateMs(): number
  /** Part of `jitterMs`, by chance. */
  jitterMs(): number
  counters: Counters
}

const REFUSALS: Partial<Record<FaultName, 401 | 429 | 500>> = { unauthorized: 401, rateLimited: 429, error500: 500 }

/** `random` gives numbers from 0 to 1. */
export function createVisit(behaviour: Behaviour, counters: Counters, random: () => number): Visit {
  const openedAt = performance.now()
  const refusal = (behaviour.fault && REFUSALS[behaviour.fault]) ?? null
  if (behaviour.fault !== null) {
    counters.faults += 1
    counters.lastError = behaviour.fault
  }
  const jitterMs = () => behaviour.jitterMs * random()
  return {
    refusal,
    behaviour,
    fault: () => {
      if (behaviour.fault === 'midUtteranceClose') return null
      return performance.now() - openedAt >= behaviour.faultAfterMs ? behaviour.fault : null
    },
    lateMs: () => behaviour.delayMs + jitterMs(),
    jitterMs,
    counters,
  }
}

/** Keeps a failing provider from being asked at all for a while: 30 s after a failure, twice as long after each further one, up to 10 minutes. */
export type Circuit = { admits(): boolean; rests(): boolean; succeeded(): void; failed(): void; released(): void }

/** A circuit that is told why a request failed (a stable code). */
export type ModelCircuit = Omit<Circuit, 'failed'> & { failed(error: { code: string }): void }

const firstPauseMs = 30_000
const longestPauseMs = 600_000

const circuits = new WeakMap<object, Circuit>()

/** The one circuit of a provider, whoever asks it: what fails for one call is not tried by the next. */
export function circuitOf(provider: object, now: () => number): Circuit {
  const known = circuits.get(provider)
  if (known) return known
  const created = createCircuit(now)
  circuits.set(provider, created)
  return created
}

/** A circuit breaker. @param now epoch milliseconds */
export function createCircuit(now: () => number): Circuit {
  let closedAgainAt = 0
  let pauseMs = 0
  let probing = false
  return {
    /** While recovering, one request at a time is let through to try. Every admitted request ends with one of the other three. */
    admits() {
      if (pauseMs === 0) return true
      if (probing || now() < closedAgainAt) return false
      probing = true
      return true
    },
    /** Whether it would not be admitted now; asks for nothing. */
    rests: () => pauseMs !== 0 && (probing || now() < closedAgainAt),
    succeeded() {
      pauseMs = 0
      probing = false
    },
    failed() {
      const alreadyPausing = now() < closedAgainAt
      probing = false
      if (alreadyPausing) return
      pauseMs = pauseMs === 0 ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs)
      closedAgainAt = now() + pauseMs
    },
    /** The request was given up by its caller, which says nothing about the provider. */
    released() {
      probing = false
    },
  }
}

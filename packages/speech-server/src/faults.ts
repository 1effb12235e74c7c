/**
 * A fault asked for by a request, for tests: in the API key (`fault:hang`) or as `extra=fault:hang`.
 * `half`: half a stream, then the connection closes. `dropAfterMs`: the connection breaks after that time. `slowMs`: every answer is late.
 */
export type Fault = { kind: 'unauthorized' | 'rateLimited' | 'error500' | 'hang' | 'half' } | { kind: 'dropAfterMs' | 'slowMs'; ms: number }

const FAULT = /fault:(?:(unauthorized|rateLimited|error500|hang|half)|(dropAfterMs|slowMs):(\d{1,6}))(?![\w:])/

/** The fault named in the key or in the query; null when there is none or faults are switched off. */
export function faultOf(enabled: boolean, apiKey: string, query: URLSearchParams): Fault | null {
  if (!enabled) return null
  for (const text of [...query.getAll('extra'), apiKey]) {
    const match = FAULT.exec(text)
    const [, plain, timed, ms] = match ?? []
    if (plain === 'unauthorized' || plain === 'rateLimited' || plain === 'error500' || plain === 'hang' || plain === 'half')
      return { kind: plain }
    if (timed === 'dropAfterMs' || timed === 'slowMs') return { kind: timed, ms: Number(ms) }
  }
  return null
}

/** The HTTP status of faults that refuse a request. */
export function refusalStatus(fault: Fault | null): 401 | 429 | 500 | null {
  if (fault?.kind === 'unauthorized') return 401
  if (fault?.kind === 'rateLimited') return 429
  return fault?.kind === 'error500' ? 500 : null
}

/** Resolves after the delay of a `slowMs` fault, at once otherwise. */
export const delayOf = (fault: Fault | null): Promise<void> =>
  fault?.kind === 'slowMs' ? new Promise((resolve) => setTimeout(resolve, fault.ms)) : Promise.resolve()

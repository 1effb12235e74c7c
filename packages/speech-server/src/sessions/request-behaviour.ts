import { type Behaviour, behaviour } from './behaviour.ts'

const FAULT = /fault:(?:(unauthorized|rateLimited|error500|hang|half)|(dropAfterMs|slowMs):(\d{1,6}))(?![\w:])/
/** How much of an utterance `half` lets through. */
const HALF_MS = 300

/**
 * The behaviour a request asks for by itself, in its API key (`fault:hang`) or as `extra=fault:hang`; null without one. `half`: some of an
 * utterance, then the connection closes. `dropAfterMs`: it breaks after that time. `slowMs`: every answer is late.
 */
export function behaviourOfRequest(apiKey: string, query: URLSearchParams): Behaviour | null {
  for (const text of [...query.getAll('extra'), apiKey]) {
    const [, plain, timed, ms] = FAULT.exec(text) ?? []
    if (plain === 'unauthorized' || plain === 'rateLimited' || plain === 'error500') return behaviour({ fault: plain })
    if (plain === 'hang') return behaviour({ fault: 'silence' })
    if (plain === 'half') return behaviour({ fault: 'midUtteranceClose', faultAfterMs: HALF_MS })
    if (timed === 'dropAfterMs') return behaviour({ fault: 'drop', faultAfterMs: Number(ms) })
    if (timed === 'slowMs') return behaviour({ delayMs: Number(ms) })
  }
  return null
}

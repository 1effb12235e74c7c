import { type Answerer, answererOf, type Db, findLine, watchAnswerers } from '@parley/db'
import type { Logger } from 'pino'
import { failureCodeOf } from '../failure-code.ts'

type Call = { tenantId: string; callId: string }

/** What carriers' own detections say of the calls in this process. */
export type CarrierAnswers = {
  /** Tells what is known already and what comes; the answer ends it. */
  hear(call: Call, tell: (answeredBy: Answerer) => void): () => void
}

/** Hears of all lines over one connection to the database. */
export function openCarrierAnswers(db: Db, url: string, logger: Logger): CarrierAnswers & { close(): Promise<void> } {
  const listeners = new Map<string, (answeredBy: Answerer) => void>()
  const watch = watchAnswerers(url, (callId, answeredBy) => listeners.get(callId)?.(answeredBy))
  return {
    hear({ tenantId, callId }, tell) {
      listeners.set(callId, tell)
      findLine(db, tenantId, callId).then(
        (line) => {
          const known = answererOf(line?.answeredBy ?? null)
          if (known && listeners.get(callId) === tell) tell(known)
        },
        (error: unknown) => logger.warn({ callId, code: failureCodeOf(error, 'DATABASE_UNAVAILABLE') }, 'who answered was not read'),
      )
      return () => {
        if (listeners.get(callId) === tell) listeners.delete(callId)
      }
    },
    close: () => watch.close(),
  }
}

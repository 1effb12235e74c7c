import type { Logger } from 'pino'
import { failureOf } from './failure-of.ts'

/** Runs an activity; when it fails, the log has the error and the history its code alone. `what`: what did not happen. */
export async function failing<T>(logger: Logger, callId: string, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const failure = failureOf(error, what)
    logger.warn({ callId, code: failure.type, pii: { error: error instanceof Error ? error.stack : String(error) } }, 'an activity failed')
    throw failure
  }
}

import { type ConductInput, type ConductResult, conductInput, type MediaActivities } from '@parley/temporal/contract'
import { ApplicationFailure, Context } from '@temporalio/activity'
import type { Logger } from 'pino'
import { HandedOver } from './ending.ts'
import { failureCodeOf } from './failure-code.ts'
import { startHeartbeat } from './heartbeat.ts'
import { loadCall } from './load-call.ts'
import type { MediaDeps } from './media-deps.ts'
import { type LineKind, LineUnreachable, openLine } from './open-line.ts'
import { refuseCall } from './refuse-call.ts'
import { runCall } from './run-call.ts'
import { stopSignal } from './stop-signal.ts'
import { workflowGoesOn } from './workflow-goes-on.ts'

/** The activities of the process that holds the audio. */
export function createMediaActivities(deps: MediaDeps): MediaActivities {
  return { conductCall: (input) => conductCall(deps, Context.current(), conductInput.parse(input)) }
}

/** One call from joining its room to the end of the line. Throws only what another attempt may do better, without personal data. */
async function conductCall(deps: MediaDeps, context: Context, input: ConductInput): Promise<ConductResult> {
  const { tenantId, callId, maxCallMs, channel = 'browser' } = input
  const { attempt } = context.info
  const logger = deps.logger.child({ callId, tenantId, attempt })
  let progress = { journalSeq: 0, nodeId: '' }
  const stopHeartbeat = startHeartbeat(context, () => progress)
  const stop = AbortSignal.any([context.cancellationSignal, ...(deps.handOver ? [deps.handOver] : [])])
  const { signal, leave } = stopSignal({ signal: stop, workflowGoesOn: () => workflowGoesOn(context) })
  logger.info('conducting')
  try {
    const call = await loadCall(deps, tenantId, callId)
    const conducted = call.ok
      ? await runCall(deps, call, {
          tenantId,
          callId,
          attempt,
          channel,
          maxCallMs,
          logger,
          signal,
          leave,
          onProgress: (now) => {
            progress = { ...progress, ...now }
          },
        })
      : { ...(await refuse(deps, { tenantId, callId, attempt, channel, logger, failureCode: call.failureCode, signal })), durationMs: 0 }
    logger.info({ outcome: conducted.outcome, turns: conducted.turns, failureCode: conducted.failureCode }, 'conducted')
    return conducted
  } catch (error) {
    if (error instanceof LineUnreachable) {
      logger.error({ code: error.code, pii: { error: String(error.cause) } }, 'the line of the call could not be reached')
      return { outcome: 'failed', durationMs: 0, failureCode: error.code }
    }
    throw failureOf(error, logger)
  } finally {
    stopHeartbeat()
  }
}

async function refuse(
  deps: MediaDeps,
  {
    tenantId,
    failureCode,
    signal,
    ...call
  }: { tenantId: string; callId: string; attempt: number; channel: LineKind; logger: Logger; failureCode: string; signal: AbortSignal },
) {
  const port = await openLine(deps, {
    ...call,
    tenantId,
    speech: (await deps.providersFor(tenantId)).speech,
    interruption: { enabled: false, minSpeechMs: 0 },
    onLost: () => undefined,
    onLineNote: () => undefined,
  })
  try {
    return await refuseCall(port, failureCode, signal)
  } finally {
    await port.close()
  }
}

/** What the history is told: a code and a sentence, never the cause, which may quote what was said. */
function failureOf(error: unknown, logger: Logger): ApplicationFailure {
  const code = failureCodeOf(error, 'CONDUCT_FAILED')
  if (error instanceof HandedOver) {
    logger.info({ code }, 'left to another process')
    return ApplicationFailure.retryable('The call goes on in another process.', code)
  }
  logger.error({ code, pii: { error: error instanceof Error ? error.stack : String(error) } }, 'conducting failed')
  return ApplicationFailure.create({ message: 'The call could not be conducted.', type: code, nextRetryDelay: '500ms' })
}

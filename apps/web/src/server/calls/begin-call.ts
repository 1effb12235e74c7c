import { createCall, type Db, finishCall, type NewLine, newId, setCallRun } from '@parley/db'
import type { CallFacts, Flow, Language } from '@parley/flow-runtime'
import type { CallInput } from '@parley/temporal/contract'
import { logger } from '../../logger.ts'
import { AppError } from '../app-error.ts'
import { startCallWorkflow } from './start-call-workflow.ts'

export type BeginCall = {
  flowId: string
  channel: CallInput['channel']
  /** The call begins in it where the flow speaks it. */
  language?: Language
  contact?: CallFacts['contact']
  /** The carrier that holds the line or has to dial; absent: whoever connects a socket, or a browser. */
  line?: NewLine
  /** How long it rings, milliseconds; for outbound lines. */
  ringMs?: number
}

/** What a call is pinned to. */
type CallVersion = { id: string; number: number | null; document: Flow }

/**
 * Begins a call on a version of its flow; the row exists also when the workflow cannot be started. Throws TEMPORAL_UNREACHABLE, and DbError LINE_KNOWN
 * for a line that has its call already.
 */
export async function beginCall(db: Db, tenantId: string, version: CallVersion, input: BeginCall) {
  const { flowId, channel, language, contact, line, ringMs } = input
  const callId = newId()
  const { timeZone, maxCallMs } = version.document.settings
  const ids = { callId, flowId, flowVersionId: version.id, channel }
  const facts = { callId, direction: line?.direction ?? 'inbound', channel, timeZone, language, contact } as const
  await createCall(db, tenantId, { ...ids, facts, line })
  try {
    const run = await startCallWorkflow({ ...ids, tenantId, line: line?.direction, ringMs, maxCallMs })
    await setCallRun(db, tenantId, callId, run)
  } catch (error) {
    logger().error({ code: 'TEMPORAL_UNREACHABLE', callId, err: error })
    await finishCall(db, tenantId, callId, { outcome: 'failed', failureCode: 'TEMPORAL_UNREACHABLE', turns: 0 })
    throw new AppError('TEMPORAL_UNREACHABLE', 'SERVICE_UNAVAILABLE', error)
  }
  return { callId, versionNumber: version.number }
}

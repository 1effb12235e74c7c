import { ActivityCancellationType, isCancellation, proxyActivities, proxyLocalActivities, TemporalFailure } from '@temporalio/workflow'
import type { Dialled, LineActivities, LineNews, LineOfCall, PlaceCallInput } from '../contract.ts'

/**
 * Asked once: whatever goes wrong, a second asking could ring twice. What became of it is found out by asking the carrier. Within the workflow's task, which costs the
 * server nothing but that task; a process that dies meanwhile has claimed the dial in the database, so that the next one asks no more.
 */
const dialling = proxyLocalActivities<Pick<LineActivities, 'placeCall'>>({
  startToCloseTimeout: '15s',
  summary: 'Has the carrier dial.',
  // Whoever hangs up has to know what the carrier answered.
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { maximumAttempts: 1 },
})

/** A carrier may show a call some seconds after it has begun it. */
const reconciling = proxyActivities<Pick<LineActivities, 'reconcileCall'>>({
  startToCloseTimeout: '10s',
  scheduleToCloseTimeout: '45s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
})

const looking = proxyLocalActivities<Pick<LineActivities, 'lookAtLine'>>({
  startToCloseTimeout: '10s',
  summary: 'Looks up what the carrier has told of the line.',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
})

/** Most carriers confirm it at once. */
const hangingUpAtOnce = proxyLocalActivities<Pick<LineActivities, 'endLine'>>({
  startToCloseTimeout: '3s',
  summary: 'Has the carrier end the line.',
  retry: { maximumAttempts: 1 },
})
const hangingUp = proxyActivities<Pick<LineActivities, 'endLine'>>({
  startToCloseTimeout: '20s',
  scheduleToCloseTimeout: '1d',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
})

/** Has the carrier dial, once. `unknown` only when the carrier itself cannot say what became of it. */
export const dial = async (input: PlaceCallInput): Promise<Dialled> => settled(input, await unlessFailed(dialling.placeCall(input)))

/** What became of a dial, as far as the carrier can say. */
export async function settled({ tenantId, callId, lineId }: LineOfCall, asked: Dialled): Promise<Dialled> {
  if (asked.outcome !== 'unknown') return asked
  const line = { tenantId, callId, lineId }
  return unlessFailed(reconciling.reconcileCall.executeWithOptions({ summary: 'Finds out whether the carrier dialled.' }, [line]))
}

/** What the carrier has told of a line; undefined for nothing yet. */
export const lookAtLine = ({ tenantId, callId, lineId }: LineOfCall): Promise<LineNews | undefined> =>
  looking.lookAtLine({ tenantId, callId, lineId })

/** Has the carrier end a line; false when it did not confirm that at once. */
export async function endLineAtOnce(line: LineOfCall): Promise<boolean> {
  try {
    await hangingUpAtOnce.endLine(line)
    return true
  } catch (error) {
    if (isCancellation(error) || !(error instanceof TemporalFailure)) throw error
    return false
  }
}

/** Has the carrier end a line, and asks for it until that is confirmed. */
export const endLineWithPatience = (line: LineOfCall): Promise<void> =>
  hangingUp.endLine.executeWithOptions({ summary: 'Has the carrier end the line.' }, [line])

export async function endLine(line: LineOfCall): Promise<void> {
  if (!(await endLineAtOnce(line))) await endLineWithPatience(line)
}

async function unlessFailed(work: Promise<Dialled>): Promise<Dialled> {
  try {
    return await work
  } catch (error) {
    if (isCancellation(error) || !(error instanceof TemporalFailure)) throw error
    return { outcome: 'unknown' }
  }
}

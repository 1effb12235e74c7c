import { ActivityCancellationType, ActivityFailure, isCancellation, proxyActivities } from '@temporalio/workflow'
import type { Dialled, LineActivities, LineOfCall, PlaceCallInput } from '../contract.ts'

/** Asked once: whatever goes wrong, a second asking could ring twice. What became of it is found out by asking the carrier. */
const dialling = proxyActivities<Pick<LineActivities, 'placeCall'>>({
  startToCloseTimeout: '15s',
  scheduleToCloseTimeout: '30s',
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

const hangingUp = proxyActivities<Pick<LineActivities, 'endLine'>>({
  startToCloseTimeout: '20s',
  scheduleToCloseTimeout: '1d',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
})

/** Has the carrier dial, once. `unknown` only when the carrier itself cannot say what became of it. */
export async function dial(input: PlaceCallInput): Promise<Dialled> {
  const asked = await unlessFailed(dialling.placeCall.executeWithOptions({ summary: 'Has the carrier dial.' }, [input]))
  if (asked.outcome !== 'unknown') return asked
  const { tenantId, callId, lineId } = input
  const line = { tenantId, callId, lineId }
  return unlessFailed(reconciling.reconcileCall.executeWithOptions({ summary: 'Finds out whether the carrier dialled.' }, [line]))
}

export const endLine = (line: LineOfCall): Promise<void> =>
  hangingUp.endLine.executeWithOptions({ summary: 'Has the carrier end the line.' }, [line])

async function unlessFailed(work: Promise<Dialled>): Promise<Dialled> {
  try {
    return await work
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error
    return { outcome: 'unknown' }
  }
}

import { ApplicationFailure, CancellationScope, CancelledFailure, isCancellation } from '@temporalio/workflow'
import type { AttemptInput, ConductResult } from '../contract.ts'
import { invalidInput } from './call-refusals.ts'
import { finishAttempt, placeAttempt } from './campaign-activities.ts'
import { areIds } from './checks.ts'
import { listenToCall } from './one-call.ts'

/**
 * One dial of a lead: line → call → end. It is the workflow of its call, whose id was written down with the attempt, so that it begins once however often it is
 * started. Fails with ATTEMPT_WITHDRAWN when it never dialled.
 */
export async function attemptWorkflow({ tenantId, campaignId, attemptId, callId }: AttemptInput): Promise<ConductResult> {
  if (!areIds(tenantId, campaignId, attemptId, callId)) throw invalidInput()
  const attempt = { tenantId, campaignId, attemptId }
  const call = listenToCall({ tenantId, callId, channel: 'phone', line: 'outbound' })
  const placed = await placeAttempt(attempt).catch(async (error: unknown) => {
    const result = { outcome: 'cancelled', durationMs: 0 } as const
    if (isCancellation(error)) await CancellationScope.nonCancellable(() => finishAttempt({ ...attempt, result }))
    throw error
  })
  if (!placed) throw ApplicationFailure.nonRetryable('The attempt did not dial.', 'ATTEMPT_WITHDRAWN')
  const result = await call.converse(placed)
  await call.close(result, (hasLine) => finishAttempt({ ...attempt, callId, result, hasLine }))
  if (CancellationScope.current().consideredCancelled) throw new CancelledFailure('The call was cancelled.')
  return result
}

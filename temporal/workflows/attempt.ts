import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import { ApplicationFailure, ChildWorkflowFailure, executeChild, isCancellation, upsertSearchAttributes } from '@temporalio/workflow'
import { type AttemptInput, attemptInput, type ConductResult, callStartOptions, callWorkflowType, conductResult } from '../contract.ts'
import { outcomeAttribute } from './call-messages.ts'
import { invalidInput } from './call-refusals.ts'
import { finishAttempt, placeAttempt, reportAttempt } from './campaign-activities.ts'

/**
 * One dial of a lead: line → call → end. The call is a workflow of its own with an id known before, so it begins once however often this is tried.
 * Fails with ATTEMPT_WITHDRAWN when it never dialled.
 */
export async function attemptWorkflow(raw: AttemptInput): Promise<ConductResult> {
  const parsed = attemptInput.safeParse(raw)
  if (!parsed.success) throw invalidInput()
  const { tenantId, campaignId, attemptId } = parsed.data
  const placed = await placeAttempt({ tenantId, attemptId })
  if (!placed) throw await withdrawn(campaignId, attemptId)
  const result = await call(parsed.data, placed)
  upsertSearchAttributes([{ key: outcomeAttribute, value: result.outcome }])
  const paused = await finishAttempt({ tenantId, campaignId, attemptId, result })
  if (paused === 'withdrawn') throw await withdrawn(campaignId, attemptId)
  for (const reported of new Set([campaignId, ...(paused ?? [])]))
    await reportAttempt({ campaignId: reported, attemptId, outcome: result.outcome })
  return result
}

/** The failure with which an attempt ends whose number may be tried again. */
async function withdrawn(campaignId: string, attemptId: string): Promise<ApplicationFailure> {
  await reportAttempt({ campaignId, attemptId, outcome: 'withdrawn' })
  return ApplicationFailure.nonRetryable('The attempt did not dial.', 'ATTEMPT_WITHDRAWN')
}

async function call(
  { tenantId, flowId, callId, campaignId }: AttemptInput,
  placed: { maxCallMs: number; ringMs: number; flowVersionId: string },
): Promise<ConductResult> {
  const lost = (failureCode: string): ConductResult => ({ outcome: 'failed', failureCode, durationMs: 0 })
  const { workflowIdConflictPolicy: _, ...options } = callStartOptions({
    tenantId,
    callId,
    flowId,
    campaignId,
    channel: 'phone',
    line: 'outbound',
    ...placed,
  })
  try {
    return conductResult.parse(await executeChild(callWorkflowType, options))
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return lost('ATTEMPT_LOST')
    if (error instanceof ChildWorkflowFailure) return isCancellation(error) ? { outcome: 'cancelled', durationMs: 0 } : lost('CALL_FAILED')
    throw error
  }
}

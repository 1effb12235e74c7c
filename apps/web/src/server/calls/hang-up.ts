import { getCall } from '@parley/db'
import { callWorkflowId, hangUpUpdate } from '@parley/temporal/contract'
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client'
import { AppError } from '../app-error.ts'
import { withTemporal } from '../temporal-client.ts'
import { editorProcedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'

/** Ends a running call from the studio. A call that is over already stays as it ended. */
export const hangUp = editorProcedure.input(callIdInput).mutation(async ({ ctx, input: { callId } }) => {
  const call = await getCall(ctx.db, ctx.tenantId, callId)
  if (!call) throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  if (call.status === 'ended') return { wasRunning: false }
  try {
    await withTemporal((client) =>
      client.workflow.getHandle(callWorkflowId(callId)).executeUpdate(hangUpUpdate, { args: [{ reason: 'studio' }] }),
    )
    return { wasRunning: true }
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError || error instanceof WorkflowNotFoundError) return { wasRunning: false }
    throw new AppError('TEMPORAL_UNREACHABLE', 'SERVICE_UNAVAILABLE', error)
  }
})

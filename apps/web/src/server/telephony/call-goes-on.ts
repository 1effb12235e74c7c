import { callStatus, type Db } from '@parley/db'
import { callState, callStateQuery, callWorkflowId } from '@parley/temporal/contract'
import { WorkflowNotFoundError } from '@temporalio/client'
import { withTemporal } from '../temporal-client.ts'

const past = ['wrappingUp', 'ended']

/** Whether there is still somebody to talk to in a call: its row is written a moment after its conversation has ended, its workflow knows at once. */
export async function callGoesOn(db: Db, tenantId: string, callId: string): Promise<boolean> {
  const status = await callStatus(db, tenantId, callId)
  if (status === null || past.includes(status)) return false
  try {
    const answer = await withTemporal((client) => client.workflow.getHandle(callWorkflowId(callId)).query(callStateQuery))
    return !past.includes(callState.parse(answer).status)
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false
    throw error
  }
}

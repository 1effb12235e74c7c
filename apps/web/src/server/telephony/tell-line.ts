import { callWorkflowId, type LineNews, lineStatusSignal } from '@parley/temporal/contract'
import { WorkflowNotFoundError } from '@temporalio/client'
import { withTemporal } from '../temporal-client.ts'

/** Tells the workflow of a call what its carrier says. A workflow that is over has nothing to learn. */
export async function tellLine(callId: string, news: LineNews): Promise<void> {
  try {
    await withTemporal((client) => client.workflow.getHandle(callWorkflowId(callId)).signal(lineStatusSignal, news))
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}

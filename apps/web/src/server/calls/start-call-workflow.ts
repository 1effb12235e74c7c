import { type CallInput, callStartOptions, callWorkflowType } from '@parley/temporal/contract'
import { withTemporal } from '../temporal-client.ts'

/** Starts `call/<id>`. Starting it again finds the running one, so a repeated request is safe. */
export async function startCallWorkflow(input: CallInput): Promise<{ workflowId: string; runId: string }> {
  const handle = await withTemporal((client) => client.workflow.start(callWorkflowType, callStartOptions(input)))
  return { workflowId: handle.workflowId, runId: handle.firstExecutionRunId }
}

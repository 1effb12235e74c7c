import { type CallInput, callWorkflowId, callWorkflowType, taskQueues } from '@parley/temporal/contract'
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common'
import { withTemporal } from '../temporal-client.ts'

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD)

/** Starts `call/<id>`. Starting it again finds the running one, so a repeated request is safe. */
export async function startCallWorkflow(input: CallInput, staticSummary: string): Promise<{ workflowId: string; runId: string }> {
  const handle = await withTemporal((client) =>
    client.workflow.start(callWorkflowType, {
      workflowId: callWorkflowId(input.callId),
      taskQueue: taskQueues.calls,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary,
      typedSearchAttributes: [
        { key: keyword('tenantId'), value: input.tenantId },
        { key: keyword('flowId'), value: input.flowId },
        { key: keyword('callId'), value: input.callId },
      ],
    }),
  )
  return { workflowId: handle.workflowId, runId: handle.firstExecutionRunId }
}

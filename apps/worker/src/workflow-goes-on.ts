import type { Context } from '@temporalio/activity'
import { within } from './within.ts'

const lookWithinMs = 2_000

/** Whether the workflow of this activity still runs. A server that cannot be asked counts as yes. */
export async function workflowGoesOn({ info, client }: Context): Promise<boolean> {
  const { workflowId, runId } = info.workflowExecution ?? {}
  if (!workflowId) return false
  try {
    // The activity's own signal is aborted, and with it every request of its client: this one gets another.
    const { signal } = new AbortController()
    const look = client.withAbortSignal(signal, () => client.workflow.getHandle(workflowId, runId).describe())
    return (await within(look, lookWithinMs, 'WORKFLOW_UNKNOWN')).status.name === 'RUNNING'
  } catch {
    return true
  }
}

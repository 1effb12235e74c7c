import type { Context } from '@temporalio/activity'
import { HandedOver } from './ending.ts'
import { within } from './within.ts'

const lookWithinMs = 2_000

/** Whether the workflow still runs and will have the call conducted by another process. An unreachable server counts as yes. */
async function workflowGoesOn(context: Context): Promise<boolean> {
  const { workflowId, runId } = context.info.workflowExecution ?? {}
  if (!workflowId) return false
  try {
    // The activity's own signal is aborted, and with it every request of its client: this one has its own.
    const look = context.client.withAbortSignal(new AbortController().signal, () =>
      context.client.workflow.getHandle(workflowId, runId).describe(),
    )
    return (await within(look, lookWithinMs, 'WORKFLOW_UNKNOWN')).status.name === 'RUNNING'
  } catch {
    return true
  }
}

/**
 * Why an activity that conducts a call has to stop, as the conductor's signal: a cancelled call is hung up; a worker that shuts
 * down, or one whose heartbeats were missed, leaves the line to its successor, unless the workflow is over and nobody would come.
 */
export function stopSignal(context: Context): { signal: AbortSignal; leave: (code: string) => void } {
  const controller = new AbortController()
  const leave = (code: string) => controller.abort(new HandedOver(code))

  const decide = async () => {
    const why = context.cancellationSignal.reason
    const code = why instanceof Error ? why.message : 'CANCELLED'
    if (code === 'WORKER_SHUTDOWN') leave(code)
    else if (code === 'CANCELLED' || context.cancellationDetails?.cancelRequested) controller.abort('cancelled')
    else if (await workflowGoesOn(context)) leave(code)
    else controller.abort('cancelled')
  }
  if (context.cancellationSignal.aborted) void decide()
  else context.cancellationSignal.addEventListener('abort', () => void decide(), { once: true })
  return { signal: controller.signal, leave }
}

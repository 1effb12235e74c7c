import { HandedOver } from './ending.ts'

export type ActivityStop = {
  /** Aborted when the activity is to stop; the message of its reason says why. */
  signal: AbortSignal
  /** Whether the workflow still runs, and will have the call conducted by another process. */
  workflowGoesOn: () => Promise<boolean>
}

/**
 * Why an activity that conducts a call has to stop, as the conductor's signal: a cancelled call is hung up; a worker that shuts
 * down, or one whose heartbeats were missed, leaves the line to its successor, unless the workflow is over and nobody would come.
 */
export function stopSignal({ signal, workflowGoesOn }: ActivityStop): { signal: AbortSignal; leave: (code: string) => void } {
  const controller = new AbortController()
  const leave = (code: string) => controller.abort(new HandedOver(code))
  const hangUp = () => controller.abort('cancelled')

  const decide = async () => {
    const code = signal.reason instanceof Error ? signal.reason.message : 'CANCELLED'
    if (code === 'CANCELLED') hangUp()
    else if (code === 'WORKER_SHUTDOWN' || (await workflowGoesOn())) leave(code)
    else hangUp()
  }
  if (signal.aborted) void decide()
  else signal.addEventListener('abort', () => void decide(), { once: true })
  return { signal: controller.signal, leave }
}

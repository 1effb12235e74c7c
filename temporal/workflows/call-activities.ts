import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { CallActivities, ConductInput, ConductResult, MediaActivities } from '../contract.ts'
import { taskQueues } from '../names.ts'

/** Time the process that conducts has to hang up when the workflow has ended the call. */
const hangUpMs = 15_000

const room = proxyActivities<Pick<CallActivities, 'prepareRoom'>>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '20s',
  // A room must not be made after the wrap-up has removed it.
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '200ms', backoffCoefficient: 2 },
})

const closing = proxyActivities<Pick<CallActivities, 'wrapUp'>>({
  startToCloseTimeout: '10s',
  scheduleToCloseTimeout: '1d',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '1m' },
})

/** Without a room only the database is asked: within the workflow's task, which costs the server nothing but that task. */
const noting = proxyLocalActivities<Pick<CallActivities, 'wrapUp'>>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '1m' },
})

export const prepareRoom: CallActivities['prepareRoom'] = (input) =>
  room.prepareRoom.executeWithOptions({ summary: 'Prepares the room of the call.' }, [input])

export const wrapUp: CallActivities['wrapUp'] = (input) =>
  input.channel === 'phone'
    ? noting.wrapUp(input)
    : closing.wrapUp.executeWithOptions({ summary: 'Closes the room and the record of the call.' }, [input])

/** The conversation, in the process that has the carrier's socket. When it fails another socket has to come first. */
export function conductAt(taskQueue: string, input: ConductInput, graceMs: number): Promise<ConductResult> {
  const media = proxyActivities<MediaActivities>({
    taskQueue,
    scheduleToStartTimeout: '5s',
    startToCloseTimeout: input.maxCallMs + graceMs + hangUpMs,
    heartbeatTimeout: '1500ms',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { maximumAttempts: 1 },
  })
  return media.conductCall.executeWithOptions({ summary: 'Conducts the conversation.' }, [input])
}

/** The conversation, in whichever process takes it; when that one dies, in the next one. */
export function conduct(input: ConductInput, graceMs: number): Promise<ConductResult> {
  const media = proxyActivities<MediaActivities>({
    taskQueue: taskQueues.media,
    scheduleToStartTimeout: '15s',
    startToCloseTimeout: input.maxCallMs + graceMs + hangUpMs,
    heartbeatTimeout: '1500ms',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: '20ms', backoffCoefficient: 1, maximumAttempts: 20 },
  })
  return media.conductCall.executeWithOptions({ summary: 'Conducts the conversation.' }, [input])
}

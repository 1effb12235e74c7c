import { type ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/workflow'

/** The stable code of what ended a call for good: that of the activity, or what its silence means. */
export function failureCodeOf(error: ActivityFailure): string {
  const { cause, activityType } = error
  if (cause instanceof ApplicationFailure) return cause.type ?? 'CALL_FAILED'
  if (!(cause instanceof TimeoutFailure)) return 'CALL_FAILED'
  if (activityType !== 'conductCall') return 'ROOM_NOT_READY'
  return cause.timeoutType === 'SCHEDULE_TO_START' && cause.lastHeartbeatDetails === undefined ? 'NO_WORKER' : 'WORKER_LOST'
}

import { DbError } from '@parley/db'
import { ApplicationFailure } from '@temporalio/activity'
import { RoomsError } from './rooms.ts'

/** What the history is told of an error: its code, never its cause, which may quote data. */
export function failureOf(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error
  if (error instanceof DbError || error instanceof RoomsError) {
    return ApplicationFailure.create({
      message: `The call could not be carried on: ${error.code}.`,
      type: error.code,
      nonRetryable: !error.retryable,
    })
  }
  return ApplicationFailure.retryable('The call could not be carried on.', 'ACTIVITY_FAILED')
}

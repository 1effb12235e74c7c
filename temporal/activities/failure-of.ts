import { CarrierError, DialUnknown } from '@parley/carriers'
import { DbError } from '@parley/db'
import { RecordingsError } from '@parley/recordings'
import { ApplicationFailure } from '@temporalio/activity'
import { RoomsError } from './rooms.ts'
import { TranscriptionError } from './transcription/transcription-error.ts'

const coded = [DbError, CarrierError, RoomsError, RecordingsError, TranscriptionError]

/** What the history is told of an error: its code, never its cause, which may quote data. `what`: what did not happen. */
export function failureOf(error: unknown, what: string): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error
  if (error instanceof DialUnknown) return ApplicationFailure.retryable(`${what}: nobody knows whether it was.`, 'DIAL_UNKNOWN')
  for (const kind of coded) {
    if (error instanceof kind)
      return ApplicationFailure.create({ message: `${what}: ${error.code}.`, type: error.code, nonRetryable: !error.retryable })
  }
  return ApplicationFailure.retryable(`${what}.`, 'ACTIVITY_FAILED')
}

import type { Db } from '@parley/db'
import type { CallRecord, JournalEntry, Settings } from '@parley/flow-runtime'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import { failureCodeOf } from './failure-code.ts'
import { keepRecording, runningFile } from './keep-recording.ts'
import type { MediaDeps } from './media-deps.ts'
import { createRecorder } from './recording/recorder.ts'
import { recordingConsent, recordingConsentIn } from './recording/recording-consent.ts'
import type { Recorder } from './voice-port.ts'

export type CallRecordingOptions = {
  db: Db
  clock: Clock
  logger: Logger
  recordings: MediaDeps['recordings']
  tenantId: string
  callId: string
  startsWhen: Settings['recording']['startsWhen']
  /** What earlier processes wrote of this call. */
  earlier: readonly JournalEntry[]
  note: (code: string, detail?: string) => void
}

/**
 * The recording of a call: a WAV file that grows while the call runs, going on with what an earlier process left. Nothing is written before the
 * contact's consent where the flow asks for it first; a refusal wipes what was. Undefined when the disk refuses, which never stops a call.
 */
export async function openCallRecording(options: CallRecordingOptions) {
  const { db, clock, logger, recordings, tenantId, callId, note } = options
  const failed = (code: string) => (error: unknown) => {
    const cause = failureCodeOf(error, code)
    logger.error({ code, cause }, 'the call goes on without a recording, or ends without having stored it')
    note(code, cause)
  }
  let consent = recordingConsentIn(options.earlier)
  /** What sounded before this instant is not written. */
  let since = (consent ?? options.startsWhen === 'answered') ? 0 : Number.POSITIVE_INFINITY
  const path = runningFile(recordings, tenantId, callId)
  let file: Recorder
  try {
    file = await createRecorder({ path, now: clock.now(), onFailure: failed('RECORDING_FAILED') })
  } catch (error) {
    failed('RECORDING_FAILED')(error)
    return undefined
  }

  const recorder: Pick<Recorder, 'contact' | 'agent'> = {
    contact: (pcm, at) => at >= since && file.contact(pcm, at),
    agent: (pcm, at, rate) => at >= since && file.agent(pcm, at, rate),
  }

  const hearConsent = (entry: CallRecord) => {
    const answer = recordingConsent(entry)
    if (answer === undefined) return
    consent = answer
    since = answer ? Math.min(since, clock.now()) : Number.POSITIVE_INFINITY
    if (!answer) file.forget()
  }

  const save = async () => {
    await file.finish()
    await keepRecording({ db, recordings, tenantId, callId, refused: consent === false, note })
  }

  return {
    recorder,
    hearConsent,
    /** The call is over: into the storage. */
    save: () => save().catch(failed('RECORDING_NOT_STORED')),
    /** Another process goes on with the call and the file. */
    leave: () => file.finish().catch(failed('RECORDING_FAILED')),
  }
}

import { join } from 'node:path'
import { type Db, saveRecording } from '@parley/db'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import { failureCodeOf } from './failure-code.ts'
import { createRecorder } from './recording/recorder.ts'
import type { SpeechRate } from './speech/synthesiser.ts'
import type { Recorder } from './voice-port.ts'

export type CallRecordingOptions = {
  db: Db
  clock: Clock
  logger: Logger
  folder: string
  tenantId: string
  callId: string
  agentRate: SpeechRate
  note: (code: string, detail?: string) => void
}

/** The recording of a call in `<folder>/<tenant>/<call>.wav`; undefined when the disk refuses, which never stops a call. */
export async function openCallRecording(options: CallRecordingOptions) {
  const { db, clock, logger, folder, tenantId, callId, agentRate, note } = options
  const path = join(tenantId, `${callId}.wav`)
  const failed = (error: unknown) => {
    const code = failureCodeOf(error, 'RECORDING_FAILED')
    logger.error({ code }, 'the call goes on without a recording')
    note('RECORDING_FAILED', code)
  }
  let recorder: Recorder
  try {
    recorder = await createRecorder({ path: join(folder, path), now: clock.now(), agentRate, onFailure: failed })
  } catch (error) {
    failed(error)
    return undefined
  }

  const save = async () => {
    const { startedAt, seconds, peaks } = await recorder.finish()
    await saveRecording(db, tenantId, callId, { path, startedAt: new Date(startedAt), seconds, peaks })
  }
  return { recorder, save: () => save().catch(failed) }
}

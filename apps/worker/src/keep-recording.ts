import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Db, saveRecording } from '@parley/db'
import type { MediaDeps } from './media-deps.ts'
import { storeRecording } from './recording/store-recording.ts'

export type KeepRecordingOptions = {
  db: Db
  recordings: MediaDeps['recordings']
  tenantId: string
  callId: string
  /** The contact refused: nothing is kept. */
  refused: boolean
  note: (code: string, detail?: string) => void
}

/** Where the recording of a running call grows. */
export const runningFile = ({ running }: MediaDeps['recordings'], tenantId: string, callId: string) =>
  join(running, tenantId, `${callId}.wav`)

/** Moves the recording of a call that is over into the storage and its row; until both are done, the file stays. */
export async function keepRecording({ db, recordings, tenantId, callId, refused, note }: KeepRecordingOptions): Promise<void> {
  const file = runningFile(recordings, tenantId, callId)
  if (!refused) {
    const stored = await storeRecording({ file, key: `${tenantId}/${callId}`, store: recordings.store, note })
    if (stored) await saveRecording(db, tenantId, callId, stored)
  }
  await rm(file, { force: true })
}

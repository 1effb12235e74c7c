import { join } from 'node:path'
import { openRecordingStore } from '@parley/recordings'
import type { WorkerEnv } from './env.ts'
import type { MediaDeps } from './media-deps.ts'

/** Running calls are recorded into the local folder, whatever the storage of finished recordings is. */
export const recordingsOf = (env: WorkerEnv): MediaDeps['recordings'] => ({
  running: join(env.PARLEY_RECORDINGS_DIR, 'running'),
  store: openRecordingStore(env),
})

import { RecordingsError } from '../recordings-error.ts'
import { createFolderStore } from './folder-store.ts'
import type { RecordingStore } from './recording-store.ts'
import type { RecordingsEnv } from './recordings-env.ts'
import { createS3Store } from './s3-store.ts'

/** The storage the environment names: the S3-compatible service, else the local folder. Throws RECORDINGS_SETTINGS_INCOMPLETE for half a service. */
export function openRecordingStore(env: RecordingsEnv): RecordingStore {
  const {
    PARLEY_RECORDINGS_S3_ENDPOINT: endpoint,
    PARLEY_RECORDINGS_S3_BUCKET: bucket,
    PARLEY_RECORDINGS_S3_REGION: region = 'us-east-1',
    PARLEY_RECORDINGS_S3_KEY_ID: keyId,
    PARLEY_RECORDINGS_S3_SECRET: secret,
  } = env
  if (endpoint && bucket && keyId && secret) return createS3Store({ endpoint, bucket, region, keyId, secret })
  if (endpoint || bucket || keyId || secret) {
    throw new RecordingsError(
      'RECORDINGS_SETTINGS_INCOMPLETE',
      'Recordings in object storage need all of PARLEY_RECORDINGS_S3_ENDPOINT, _BUCKET, _KEY_ID and _SECRET.',
    )
  }
  return createFolderStore(env.PARLEY_RECORDINGS_DIR)
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredRecording } from '@parley/db'
import { encodeOpus, type RecordingStore } from '@parley/recordings'
import { failureCodeOf } from '../failure-code.ts'
import { peaksOf } from './peaks.ts'
import { openWavFile, recordingRate } from './wav-file.ts'

/** The workflow waits for this; 45 minutes of a call take about that long. */
const encodedWithinMs = 45_000

export type StoreRecordingOptions = {
  /** The whole recording as WAV; left as it is. */
  file: string
  /** Without ending. */
  key: string
  store: RecordingStore
  note: (code: string, detail?: string) => void
  encode?: typeof encodeOpus
}

/** Keeps a finished recording as Ogg Opus, or as WAV when it cannot be encoded. Undefined when nothing was recorded. */
export async function storeRecording({
  file,
  key,
  store,
  note,
  encode = encodeOpus,
}: StoreRecordingOptions): Promise<StoredRecording | undefined> {
  const { startedAt, seconds, peaks } = await describe(file)
  if (seconds === 0) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'parley-opus-'))
  try {
    const opus = join(folder, 'call.ogg')
    const encoded = await encode(file, opus, encodedWithinMs).then(
      () => true,
      (error: unknown) => {
        note('RECORDING_NOT_ENCODED', failureCodeOf(error, 'SOUND_NOT_ENCODED'))
        return false
      },
    )
    const path = `${key}.${encoded ? 'ogg' : 'wav'}`
    await store.put(path, encoded ? opus : file)
    return { path, startedAt: new Date(startedAt), seconds, peaks }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function describe(path: string) {
  const file = await openWavFile(path, 0)
  try {
    return { startedAt: file.startedAt, seconds: file.frames() / recordingRate, peaks: await peaksOf(file) }
  } finally {
    await file.close()
  }
}

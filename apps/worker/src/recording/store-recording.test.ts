import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRecordingStore } from '@parley/recordings'
import { readWav } from '@parley/testing'
import { expect, test } from 'vitest'
import { createRecorder } from './recorder.ts'
import { storeRecording } from './store-recording.ts'

test('what cannot be encoded is stored as WAV and told; an empty recording is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-store-recording-'))
  const file = join(folder, 'running', 'call.wav')
  const store = openRecordingStore({ PARLEY_RECORDINGS_DIR: join(folder, 'kept') })
  const notes: string[] = []
  const options = { file, key: 'tenant/call', store, note: (code: string) => void notes.push(code) }

  await (await createRecorder({ path: file, now: 0 })).finish()
  expect(await storeRecording(options)).toBeUndefined()

  const recorder = await createRecorder({ path: file, now: 0 })
  recorder.contact(new Int16Array(16_000).fill(5_000), 0)
  await recorder.finish()
  const stored = await storeRecording({ ...options, encode: () => Promise.reject(new Error('no encoder')) })
  expect(notes).toEqual(['RECORDING_NOT_ENCODED'])
  expect(stored).toMatchObject({ path: 'tenant/call.wav', seconds: 1 })
  expect((await readWav(join(folder, 'kept', 'tenant', 'call.wav'))).samples[0]).toBe(5_000)
  expect(await readdir(join(folder, 'kept', 'tenant'))).toEqual(['call.wav'])
  await rm(folder, { recursive: true })
})

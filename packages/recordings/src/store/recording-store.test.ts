import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type S3StandIn, s3StandIn } from '@parley/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRecordingStore } from './open-recording-store.ts'

let folder: string
let s3: S3StandIn
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-store-'))
  s3 = await s3StandIn()
})
afterEach(async () => {
  await s3.close()
  await rm(folder, { recursive: true })
})

const key = '0190f5a4-0000-7000-8000-000000000001/it’s a call+1.ogg'

function store(kind: 'folder' | 's3', secret = s3.secret) {
  const dir = { PARLEY_RECORDINGS_DIR: join(folder, 'recordings') }
  if (kind === 'folder') return openRecordingStore(dir)
  return openRecordingStore({
    ...dir,
    PARLEY_RECORDINGS_S3_ENDPOINT: s3.endpoint,
    PARLEY_RECORDINGS_S3_BUCKET: 'calls',
    PARLEY_RECORDINGS_S3_REGION: s3.region,
    PARLEY_RECORDINGS_S3_KEY_ID: s3.keyId,
    PARLEY_RECORDINGS_S3_SECRET: secret,
  })
}

test.each(['folder', 's3'] as const)('%s: what is put is found, read whole and in part, replaced and deleted', async (kind) => {
  const kept = store(kind)
  const file = join(folder, 'file')
  const read = async (range?: { start: number; end: number }) => {
    const stream = await kept.open(key, range)
    return stream && String(await buffer(stream))
  }
  expect(await kept.sizeOf(key)).toBeUndefined()
  expect(await read()).toBeUndefined()

  await writeFile(file, 'first')
  await kept.put(key, file)
  await writeFile(file, '0123456789')
  await kept.put(key, file)
  expect(await kept.sizeOf(key)).toBe(10)
  expect(await read()).toBe('0123456789')
  expect(await read({ start: 2, end: 5 })).toBe('2345')
  expect(await read({ start: 9, end: 9 })).toBe('9')

  await kept.delete(key)
  await kept.delete(key)
  expect(await kept.sizeOf(key)).toBeUndefined()
})

test('a folder shows nobody else the recordings, keeps no half ones, and no key leads out of it', async () => {
  const kept = store('folder')
  await writeFile(join(folder, 'file'), 'sound')
  await kept.put(key, join(folder, 'file'))
  const inner = join(folder, 'recordings', key.split('/')[0] ?? '')
  expect(await readdir(inner)).toEqual([key.split('/')[1]])
  expect((await stat(inner)).mode & 0o777).toBe(0o700)
  await expect(kept.open('../file')).rejects.toMatchObject({ code: 'RECORDINGS_KEY_INVALID' })
})

test('a service that refuses the signature, fails or is away is told apart; its objects carry their type', async () => {
  const file = join(folder, 'file')
  await writeFile(file, 'sound')
  await store('s3').put(key, file)
  expect(s3.objects.get(`calls/${key}`)).toMatchObject({ contentType: 'audio/ogg' })

  await expect(store('s3', 'wrong').open(key)).rejects.toMatchObject({ code: 'RECORDINGS_STORAGE_REFUSED', retryable: false })
  await expect(store('s3', 'wrong').put(key, file)).rejects.toMatchObject({ code: 'RECORDINGS_STORAGE_REFUSED' })
  s3.setFault(503)
  await expect(store('s3').put(key, file)).rejects.toMatchObject({ code: 'RECORDINGS_STORAGE_UNREACHABLE', retryable: true })
  s3.setFault(null)
  await s3.close()
  await expect(store('s3').sizeOf(key)).rejects.toMatchObject({ code: 'RECORDINGS_STORAGE_UNREACHABLE' })
  s3 = await s3StandIn()
})

test('half a service is no settings', () => {
  const half = { PARLEY_RECORDINGS_DIR: folder, PARLEY_RECORDINGS_S3_BUCKET: 'calls' }
  expect(() => openRecordingStore(half)).toThrow(expect.objectContaining({ code: 'RECORDINGS_SETTINGS_INCOMPLETE' }))
})

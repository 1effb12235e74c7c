import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRecordingStore } from '@parley/recordings'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkKeyOf, recordingAddress } from './recording-link.ts'
import { type ServeRecordingOptions, serveRecording } from './serve-recording.ts'

const linkKey = linkKeyOf('the secret of the sessions')
const now = 1_800_000_000_000
const tenantId = '0190f5a4-0000-7000-8000-000000000002'
const callId = '0190f5a4-0000-7000-8000-000000000001'
const address = recordingAddress(linkKey, { tenantId, callId, expiresAt: now + 900_000 })
const path = `${tenantId}/${callId}.ogg`

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-serve-'))
  await writeFile(join(folder, 'file'), '0123456789')
  await openRecordingStore({ PARLEY_RECORDINGS_DIR: folder }).put(path, join(folder, 'file'))
})
afterEach(() => rm(folder, { recursive: true }))

function ask(where: string, { range, ...options }: Partial<ServeRecordingOptions> & { range?: string } = {}) {
  const url = new URL(where, 'http://studio.test')
  return serveRecording(new Request(url, range ? { headers: { range } } : {}), url.pathname.split('/').at(-1) ?? '', {
    linkKey,
    now,
    store: openRecordingStore({ PARLEY_RECORDINGS_DIR: folder }),
    find: async (tenant, call) => (tenant === tenantId && call === callId ? { path } : null),
    onFailure: () => undefined,
    ...options,
  })
}

test('a valid link gives the recording, whole and by ranges, cached until it expires', async () => {
  const whole = await ask(address)
  expect(whole.status).toBe(200)
  expect(await whole.text()).toBe('0123456789')
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'audio/ogg',
    'content-length': '10',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=900',
  })
  const part = await ask(address, { range: 'bytes=4-6' })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 4-6/10', '456'])
  const end = await ask(address, { range: 'bytes=-2' })
  expect([end.status, await end.text()]).toEqual([206, '89'])
  expect((await ask(address, { range: 'bytes=10-' })).status).toBe(416)
})

test('a link that expired or was changed is refused, whatever was changed', async () => {
  const late = await ask(address, { now: now + 900_000 })
  expect([late.status, await late.json()]).toEqual([403, { code: 'RECORDING_LINK_EXPIRED' }])

  const other = '0190f5a4-0000-7000-8000-000000000009'
  const signature = new URL(address, 'http://studio.test').searchParams.get('signature') ?? ''
  const changed = [
    address.replace(callId, other),
    address.replace(tenantId, other),
    address.replace(`expires=${now + 900_000}`, `expires=${now + 900_001}`),
    address.replace(
      signature,
      signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
    ),
    address.replace(signature, ''),
    address.split('?')[0] ?? '',
    recordingAddress(linkKeyOf('another secret'), { tenantId, callId, expiresAt: now + 900_000 }),
  ]
  for (const each of changed) {
    const answer = await ask(each)
    expect([answer.status, await answer.json()]).toEqual([403, { code: 'RECORDING_LINK_INVALID' }])
  }
})

test('a recording that is gone and a storage that is away are told apart', async () => {
  const gone = await ask(address, { find: async () => null })
  expect([gone.status, await gone.json()]).toEqual([404, { code: 'RECORDING_NOT_FOUND' }])
  const away = openRecordingStore({
    PARLEY_RECORDINGS_DIR: folder,
    PARLEY_RECORDINGS_S3_ENDPOINT: 'http://127.0.0.1:1',
    PARLEY_RECORDINGS_S3_BUCKET: 'calls',
    PARLEY_RECORDINGS_S3_KEY_ID: 'id',
    PARLEY_RECORDINGS_S3_SECRET: 'secret',
  })
  const answer = await ask(address, { store: away })
  expect([answer.status, await answer.json()]).toEqual([503, { code: 'RECORDING_UNAVAILABLE' }])
})

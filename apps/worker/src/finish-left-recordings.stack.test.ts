import { randomUUID } from 'node:crypto'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import {
  appendJournal,
  closeDb,
  createCall,
  createFlow,
  createTenant,
  finishCall,
  getRecording,
  newId,
  openDb,
  publishFlow,
} from '@parley/db'
import { type Flow, flow as flowSchema } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { decodeSound, openRecordingStore, soundRate } from '@parley/recordings'
import { s3StandIn } from '@parley/testing'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { finishOnce } from './finish-left-recordings.ts'
import { runningFile } from './keep-recording.ts'
import { createRecorder } from './recording/recorder.ts'

test('what calls left behind is stored once they are over and the storage is there; what was refused is deleted', async () => {
  const env = readEnv()
  const db = openDb({ url: env.DATABASE_URL, encryptionKey: env.PARLEY_ENCRYPTION_KEY })
  const owner = { email: `${randomUUID()}@example.test`, name: 'Owner' }
  const { tenantId } = await createTenant(db, {
    name: 'Practice',
    timeZone: 'Europe/Paris',
    owner,
    services: [{ name: 'Cleaning', durationMin: 30 }],
    openingHours: [],
  })
  const flow: Flow = flowSchema.parse(templates.appointment)
  const { id: flowId } = await createFlow(db, tenantId, { name: flow.name, document: flow })
  const published = await publishFlow(db, tenantId, flowId, {})
  if (!published.ok) throw new Error(JSON.stringify(published))

  const folder = await mkdtemp(join(tmpdir(), 'parley-left-'))
  const s3 = await s3StandIn()
  const store = openRecordingStore({
    PARLEY_RECORDINGS_DIR: folder,
    PARLEY_RECORDINGS_S3_ENDPOINT: s3.endpoint,
    PARLEY_RECORDINGS_S3_BUCKET: 'calls',
    PARLEY_RECORDINGS_S3_REGION: s3.region,
    PARLEY_RECORDINGS_S3_KEY_ID: s3.keyId,
    PARLEY_RECORDINGS_S3_SECRET: s3.secret,
  })
  const deps = { db, logger: pino({ level: 'silent' }), recordings: { running: join(folder, 'running'), store } }
  const isThere = (callId: string) =>
    access(runningFile(deps.recordings, tenantId, callId)).then(
      () => true,
      () => false,
    )

  /** A call whose process died after two seconds. */
  async function leftCall() {
    const callId = newId()
    const facts = { callId, direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' } as const
    await createCall(db, tenantId, { callId, flowId, flowVersionId: published.ok ? published.version.id : '', channel: 'browser', facts })
    const recorder = await createRecorder({ path: runningFile(deps.recordings, tenantId, callId), now: 1_800_000_000_000 })
    recorder.contact(new Int16Array(2 * soundRate).fill(5_000), 1_800_000_000_000)
    await recorder.finish()
    return callId
  }

  const callId = await leftCall()
  const refused = await leftCall()
  await appendJournal(db, tenantId, refused, [
    {
      seq: 1,
      at: 1_800_000_000_000,
      kind: 'step',
      state: { at: 'ask', variables: {}, status: 'running', turns: 1 },
      effects: [{ type: 'record', id: 'e1', nodeId: 'ask', entry: { what: 'consent', purpose: 'recording', given: false } }],
      decisions: [],
    },
  ])
  await finishOnce(deps)
  expect([await isThere(callId), s3.objects.size]).toEqual([true, 0])

  for (const id of [callId, refused]) await finishCall(db, tenantId, id, { outcome: 'failed', failureCode: 'WORKER_LOST' })
  s3.setFault(503)
  await finishOnce(deps)
  expect([await isThere(callId), await isThere(refused), await getRecording(db, tenantId, callId)]).toEqual([true, false, null])

  s3.setFault(null)
  await finishOnce(deps)
  expect([await isThere(callId), [...s3.objects.keys()]]).toEqual([false, [`calls/${tenantId}/${callId}.ogg`]])
  const recording = await getRecording(db, tenantId, callId)
  expect(recording).toMatchObject({ path: `${tenantId}/${callId}.ogg`, seconds: 2 })
  const opus = await store.open(recording?.path ?? '')
  expect(opus && (await buffer(decodeSound(opus))).length / 4 / soundRate).toBeCloseTo(2, 1)
  expect(await getRecording(db, tenantId, refused)).toBeNull()

  await s3.close()
  await rm(folder, { recursive: true })
  await closeDb(db)
})

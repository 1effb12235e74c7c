import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestCall } from '../test/create-test-call.ts'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import {
  closeDb,
  getTranscription,
  type ProviderInput,
  saveProvider,
  saveRecording,
  saveTranscription,
  transcriptionProvider,
} from './index.ts'

const db = openTestDb()
const admin = openAdminDb()
let tenantId: string

beforeAll(async () => {
  ;({ tenantId } = await createTestTenant(db))
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const recording = { startedAt: new Date(1_700_000_000_000), path: 'a.ogg', seconds: 4.5, peaks: { contact: [1], agent: [1] } }
const turn = { speaker: 'contact', text: 'I am Ada.', startMs: 500, endMs: 1_200, confidence: 0.98 } as const
const transcription = { vendor: 'deepgram', language: 'en', turns: [turn] }

test('the newest transcription is kept, encrypted, for its tenant alone, as long as the recording', async () => {
  const { callId } = await createTestCall(db, tenantId)
  expect(await saveTranscription(db, tenantId, callId, transcription)).toBe(false)
  await saveRecording(db, tenantId, callId, recording)
  expect(await getTranscription(db, tenantId, callId)).toBeNull()
  await saveTranscription(db, tenantId, callId, { ...transcription, language: 'fr', turns: [] })
  expect(await saveTranscription(db, tenantId, callId, transcription)).toBe(true)
  expect(await getTranscription(db, tenantId, callId)).toEqual({ ...transcription, createdAt: expect.any(Date) })

  const other = await createTestTenant(db)
  expect(await getTranscription(db, other.tenantId, callId)).toBeNull()
  expect(await saveTranscription(db, other.tenantId, callId, transcription)).toBe(false)
  const raw = await admin.prisma.$queryRaw<{ words: boolean }[]>`
    SELECT position('Ada'::bytea in turns) > 0 AS words FROM "Transcription" WHERE "callId" = ${callId}::uuid`
  expect(raw).toEqual([{ words: false }])

  await admin.prisma.recording.delete({ where: { callId } })
  expect(await getTranscription(db, tenantId, callId)).toBeNull()
})

test('the first provider of the tenant whose key can transcribe is found', async () => {
  const owner = await createTestTenant(db)
  const shape: ProviderInput = { kind: 'recognition', vendor: 'deepgram', name: 'Ears', settings: {}, languages: [], enabled: true }
  expect(await transcriptionProvider(db, owner.tenantId)).toBeUndefined()
  await saveProvider(db, owner.tenantId, { ...shape, vendor: 'cartesia', apiKey: 'c' })
  await saveProvider(db, owner.tenantId, { ...shape, enabled: false, apiKey: 'off' })
  expect(await transcriptionProvider(db, owner.tenantId)).toBeUndefined()
  await saveProvider(db, owner.tenantId, { ...shape, vendor: 'deepgram-flux', apiKey: 'first' })
  await saveProvider(db, owner.tenantId, { ...shape, apiKey: 'second' })
  expect(await transcriptionProvider(db, owner.tenantId)).toMatchObject({ apiKey: 'first' })
})

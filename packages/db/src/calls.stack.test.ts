import type { JournalEntry } from '@parley/flow-runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestCall } from '../test/create-test-call.ts'
import { createTestTenant, openAdminDb, openTestDb, testUrl } from '../test/open-test-db.ts'
import {
  appendJournal,
  claimJoin,
  closeDb,
  findCalls,
  finishCall,
  getCall,
  getRecording,
  newId,
  openDb,
  readJournal,
  saveRecording,
  setCallRun,
  setCallStatus,
  watchCalls,
} from './index.ts'

const db = openTestDb()
const admin = openAdminDb()
let tenantId: string
let callId: string

beforeAll(async () => {
  ;({ tenantId } = await createTestTenant(db))
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const note = (seq: number, code = `NOTE_${seq}`): JournalEntry => ({ seq, at: 1_700_000_000_000 + seq, kind: 'note', code, detail: 'Ada' })

test('a call goes forward only and ends once', async () => {
  ;({ callId } = await createTestCall(db, tenantId))
  expect(await setCallStatus(db, tenantId, callId, 'conducting')).toBe(true)
  expect(await setCallStatus(db, tenantId, callId, 'roomReady')).toBe(false)
  await setCallRun(db, tenantId, callId, { workflowId: `call/${callId}`, runId: 'r' })
  expect(await finishCall(db, tenantId, callId, { outcome: 'failed', failureCode: 'WORKER_LOST', turns: 3 })).toBe(true)
  expect(await finishCall(db, tenantId, callId, { outcome: 'completed', turns: 4 })).toBe(false)
  const call = await getCall(db, tenantId, callId)
  expect(call).toMatchObject({ status: 'ended', outcome: 'failed', failureCode: 'WORKER_LOST', turns: 3, runId: 'r', flowVersionNumber: 1 })
  expect(call?.facts.contact?.name).toBe('Ada Lovelace')
  expect(call?.answeredAt).toBeInstanceOf(Date)
  expect(
    (await findCalls(db, tenantId, { order: { by: 'startedAt', isDescending: true }, limit: 10 })).map((listed) => listed.id),
  ).toContain(callId)
  await expect(setCallStatus(db, tenantId, newId(), 'conducting')).rejects.toMatchObject({ code: 'CALL_UNKNOWN' })
})

test('the turns of a call that broke off are those its journal tells of', async () => {
  const step = (seq: number, turns: number): JournalEntry => {
    const state = { at: 'ask', variables: {}, status: 'running', turns } as const
    return { seq, at: 1_700_000_000_000 + seq, kind: 'step', state, effects: [], decisions: [] }
  }
  ;({ callId } = await createTestCall(db, tenantId))
  await appendJournal(db, tenantId, callId, [step(1, 0), step(2, 2), note(3)])
  await finishCall(db, tenantId, callId, { outcome: 'failed', failureCode: 'WORKER_LOST' })
  expect((await getCall(db, tenantId, callId))?.turns).toBe(2)

  ;({ callId } = await createTestCall(db, tenantId))
  await finishCall(db, tenantId, callId, { outcome: 'failed', failureCode: 'NO_WORKER' })
  expect((await getCall(db, tenantId, callId))?.turns).toBe(0)
})

test('the join is handed out once to twenty who ask at once', async () => {
  ;({ callId } = await createTestCall(db, tenantId))
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimJoin(db, tenantId, callId)))
  expect(claims.filter(Boolean)).toHaveLength(1)
})

test('a batch of the journal can be sent again, and overlap', async () => {
  ;({ callId } = await createTestCall(db, tenantId))
  await appendJournal(db, tenantId, callId, [note(1), note(2)])
  await appendJournal(db, tenantId, callId, [note(1), note(2)])
  await appendJournal(db, tenantId, callId, [note(2), note(3)])
  expect(await readJournal(db, tenantId, callId)).toEqual([note(1), note(2), note(3)])
  expect(await readJournal(db, tenantId, callId, { afterSeq: 2 })).toEqual([note(3)])
})

test('two processes that conduct one call are told apart', async () => {
  ;({ callId } = await createTestCall(db, tenantId))
  await appendJournal(db, tenantId, callId, [note(1)])
  const forked = appendJournal(db, tenantId, callId, [note(1, 'OTHER'), note(2)])
  await expect(forked).rejects.toMatchObject({ code: 'JOURNAL_FORKED', retryable: false })
  expect(await readJournal(db, tenantId, callId)).toEqual([note(1)])
})

test('no word of a journal or of the contact is readable in the database, and another key is named', async () => {
  ;({ callId } = await createTestCall(db, tenantId))
  await appendJournal(db, tenantId, callId, [note(1)])
  const raw = await admin.prisma.$queryRaw<{ words: boolean }[]>`
    SELECT bool_or(position('Ada'::bytea in payload) > 0 OR position('Ada'::bytea in facts) > 0) AS words
    FROM "CallEvent" e JOIN "Call" c ON c.id = e."callId" WHERE c.id = ${callId}::uuid`
  expect(raw).toEqual([{ words: false }])
  const other = openTestDb()
  await expect(readJournal(other, tenantId, callId)).rejects.toMatchObject({ code: 'ENCRYPTION_KEY_WRONG' })
  await closeDb(other)
})

test('a recording can be saved again', async () => {
  ;({ callId } = await createTestCall(db, tenantId))
  const recording = {
    startedAt: new Date(1_700_000_000_000),
    path: `${callId}.wav`,
    seconds: 4.5,
    peaks: { contact: [0, 1], agent: [0.5, 0] },
  }
  await saveRecording(db, tenantId, callId, { ...recording, seconds: 1 })
  await saveRecording(db, tenantId, callId, recording)
  expect(await getRecording(db, tenantId, callId)).toEqual(recording)
})

test('watchers hear of journal, status and end, also after their connection broke', async () => {
  ;({ callId } = await createTestCall(db, tenantId))
  const heard: string[] = []
  let reconnects = 0
  const watch = watchCalls(
    testUrl(),
    (id, seq) => id === callId && heard.push(`${seq}`),
    () => {
      reconnects += 1
    },
  )
  await watch.ready
  await setCallStatus(db, tenantId, callId, 'roomReady')
  await appendJournal(db, tenantId, callId, [note(1), note(2)])
  await expect.poll(() => heard).toEqual(['0', '2'])
  await admin.prisma.$queryRaw`SELECT pg_terminate_backend(pid)::text 
    FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN parley_call'`
  await expect.poll(() => reconnects, { timeout: 10_000 }).toBe(1)
  await finishCall(db, tenantId, callId, { outcome: 'completed', turns: 1 })
  await expect.poll(() => heard).toEqual(['0', '2', '2'])
  await watch.close()
})

test('a database that is not there is told as something to try again', async () => {
  const gone = openDb({ url: 'postgresql://nobody@127.0.0.1:1/none', encryptionKey: Buffer.alloc(32).toString('base64') })
  await expect(getCall(gone, newId(), newId())).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', retryable: true })
  await closeDb(gone)
})

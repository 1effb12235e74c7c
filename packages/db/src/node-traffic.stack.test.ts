import type { JournalEntry } from '@parley/flow-runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestCall } from '../test/create-test-call.ts'
import { createTestTenant, openTestDb } from '../test/open-test-db.ts'
import {
  appendJournal,
  closeDb,
  createCall,
  finishCall,
  getFlow,
  keepDraft,
  newId,
  nodeTraffic,
  runningCalls,
  setCallStatus,
} from './index.ts'

const db = openTestDb()
let tenantId: string
let first: { callId: string; flowId: string; flowVersionId: string }

beforeAll(async () => {
  ;({ tenantId } = await createTestTenant(db))
  first = await createTestCall(db, tenantId)
})
afterAll(() => closeDb(db))

const step = (seq: number, from: string, outcome: string, to: string): JournalEntry => ({
  ...{ seq, at: 1_700_000_000_000 + seq, kind: 'step', effects: [] },
  state: { at: to, variables: {}, status: 'running', turns: seq },
  decisions: [{ nodeId: from, outcome, nextNodeId: to, why: { code: 'nothingFollows' }, candidates: [] }],
})
const nextCall = async () => {
  const callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'phone', timeZone: 'UTC' } as const
  await createCall(db, tenantId, { ...first, callId, channel: 'phone', facts })
  return callId
}

test('calls that run stand at the node their journal came to, and are traffic once they have ended', async () => {
  const { flowId, flowVersionId } = first
  const other = await nextCall()
  await setCallStatus(db, tenantId, first.callId, 'conducting')
  await appendJournal(db, tenantId, first.callId, [step(1, 'greet', 'next', 'ask'), step(2, 'ask', 'silent', 'ask')])
  expect(await runningCalls(db, tenantId, { flowId, limit: 1 })).toMatchObject({
    counts: [
      { nodeId: 'ask', calls: 1 },
      { nodeId: null, calls: 1 },
    ],
    newest: [{ id: other, status: 'created', nodeId: null, flowVersionNumber: 1 }],
  })

  await appendJournal(db, tenantId, other, [step(1, 'greet', 'next', 'ask'), step(2, 'ask', 'book', 'bye')])
  const ends = [
    finishCall(db, tenantId, first.callId, { outcome: 'hungUp' }),
    finishCall(db, tenantId, other, { outcome: 'completed' }),
    finishCall(db, tenantId, await nextCall(), { outcome: 'noAnswer', turns: 0 }),
  ]
  await Promise.all(ends)
  await finishCall(db, tenantId, first.callId, { outcome: 'completed' })
  expect((await runningCalls(db, tenantId, { flowId, limit: 9 })).counts).toEqual([])

  const since = new Date(Date.now() - 3_600_000)
  const traffic = await nodeTraffic(db, tenantId, { flowId, versionId: flowVersionId, since })
  expect(traffic).toEqual([
    { nodeId: 'ask', outcome: '', calls: 2, ended: 1, lost: 1 },
    { nodeId: 'ask', outcome: 'book', calls: 1, ended: 0, lost: 0 },
    { nodeId: 'ask', outcome: 'silent', calls: 1, ended: 0, lost: 0 },
    { nodeId: 'bye', outcome: '', calls: 1, ended: 1, lost: 0 },
    { nodeId: 'greet', outcome: '', calls: 2, ended: 0, lost: 0 },
    { nodeId: 'greet', outcome: 'next', calls: 2, ended: 0, lost: 0 },
  ])
  expect(await nodeTraffic(db, tenantId, { flowId, since })).toEqual(traffic)
  expect(await nodeTraffic(db, tenantId, { flowId, versionId: newId(), since })).toEqual([])
  expect(await nodeTraffic(db, tenantId, { flowId, since: new Date(Date.now() + 3_600_000) })).toEqual([])
})

test('a test call of a draft runs like the others, but is no traffic', async () => {
  const { flowId } = first
  const since = new Date(Date.now() - 3_600_000)
  const before = await nodeTraffic(db, tenantId, { flowId, since })
  const document = (await getFlow(db, tenantId, flowId))?.document
  if (!document) throw new Error('There is no draft.')
  const tried = await keepDraft(db, tenantId, flowId, { ...document, name: 'Tried' })
  if (!tried.ok) throw new Error(JSON.stringify(tried))
  const callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'browser', timeZone: 'UTC' } as const
  await createCall(db, tenantId, { callId, flowId, flowVersionId: tried.version.id, channel: 'browser', facts })
  await appendJournal(db, tenantId, callId, [step(1, 'greet', 'next', 'ask')])
  expect((await runningCalls(db, tenantId, { flowId, limit: 9 })).newest).toMatchObject([{ id: callId, flowVersionNumber: null }])
  await finishCall(db, tenantId, callId, { outcome: 'hungUp' })
  expect(await nodeTraffic(db, tenantId, { flowId, since })).toEqual(before)
})

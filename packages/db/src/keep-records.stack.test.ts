import type { CallRecord, JournalEntry } from '@parley/flow-runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestCampaign, queueAll } from '../test/create-test-campaign.ts'
import { createTestTenant, openTestDb } from '../test/open-test-db.ts'
import {
  appendJournal,
  closeDb,
  createCall,
  dueLeads,
  endAttempt,
  findLeads,
  isSuppressed,
  listSuppressions,
  newId,
  type QueuedAttempt,
  reserveLine,
  unsuppressNumber,
} from './index.ts'

const db = openTestDb()
const [ada, bob, eve] = ['+33611111111', '+33622222222', '+33633333333']
let tenantId: string
let campaign: Awaited<ReturnType<typeof createTestCampaign>>
let attempts: Map<string, QueuedAttempt>

beforeAll(async () => {
  tenantId = (await createTestTenant(db)).tenantId
  campaign = await createTestCampaign(db, tenantId, { phones: [ada, bob, eve] })
  const queued = await queueAll(db, tenantId, campaign.campaignId)
  const leads = await findLeads(db, tenantId, campaign.campaignId, { limit: 10 })
  const phoneOf = (leadId: string) => leads.find(({ id }) => id === leadId)?.contact.phone ?? ''
  attempts = new Map(queued.map((attempt) => [phoneOf(attempt.leadId), attempt]))
})
afterAll(() => closeDb(db))

async function callOf(phone: string | undefined, direction: 'inbound' | 'outbound', callId = newId()): Promise<string> {
  const { flowId, flowVersionId } = campaign.settings
  const contact = phone === undefined ? undefined : { phone }
  const facts = { callId, direction, channel: 'phone', timeZone: 'Europe/Paris', contact } as const
  await createCall(db, tenantId, { callId, flowId, flowVersionId, channel: 'phone', facts })
  return callId
}
const step = (seq: number, ...entries: CallRecord[]): JournalEntry => ({
  ...{ seq, at: seq, kind: 'step', decisions: [] },
  state: { at: 'ask', variables: {}, status: 'running', outcome: undefined, turns: 1 },
  effects: entries.map((entry, at) => ({ type: 'record', id: `e${seq}${at}`, nodeId: 'ask', entry })),
})
const due = async () => (await dueLeads(db, tenantId, campaign.campaignId, new Date(Date.now() + 1_000), 10))[0]
const line = (attemptId: string) => {
  const wide = { campaign: 9, tenant: 9, connection: 9, all: 9_999, campaignPerSecond: 1e6, connectionPerSecond: 1e6, lifetimeMs: 60_000 }
  return reserveLine(db, tenantId, { attemptId, connectionId: campaign.connectionId, limits: wide })
}
const stop: CallRecord = { what: 'consent', purpose: 'surveys', given: false, unasked: true }

test('a wish to be called again is with the attempt when it ends', async () => {
  const first = attempts.get(ada)
  const callId = await callOf(ada, 'outbound', first?.callId)
  await appendJournal(db, tenantId, callId, [step(1, { what: 'callback', at: '2026-11-30T17:00:00+01:00', note: 'about the offer' })])
  await endAttempt(db, tenantId, first?.attemptId ?? '', { outcome: 'completed' })
  expect(await due()).toMatchObject({
    id: first?.leadId,
    attempts: [{ outcome: 'completed', wish: { at: Date.parse('2026-11-30T16:00:00Z') } }],
  })
})

test('an opt-out is in force when it is heard, whoever called, also for attempts that are queued already', async () => {
  const second = attempts.get(bob)
  const callId = await callOf(bob, 'inbound')
  const said = [step(1), step(2, stop)]
  await appendJournal(db, tenantId, callId, said)
  expect(await listSuppressions(db, tenantId, { skip: 0, take: 5 })).toMatchObject([{ number: bob, source: 'asked', reason: callId }])
  expect(await line(second?.attemptId ?? '')).toEqual({ line: 'never', reason: 'suppressed' })
  await appendJournal(db, tenantId, callId, [...said, step(3)])
  expect(await isSuppressed(db, tenantId, bob)).toBe(true)
  expect(await isSuppressed(db, (await createTestTenant(db)).tenantId, bob)).toBe(false)
  expect(await unsuppressNumber(db, tenantId, { number: bob, reason: 'asked by letter' })).toBe(true)
  expect(await line(second?.attemptId ?? '')).toEqual({ line: 'reserved' })
})

test('a yes and a no to being called are in the ledger, the newest counts; other purposes say nothing about calls', async () => {
  const third = attempts.get(eve)
  const attemptId = third?.attemptId ?? ''
  const callId = await callOf(eve, 'inbound')
  const answer = (purpose: string, given: boolean): CallRecord => ({ what: 'consent', purpose, given })
  await appendJournal(db, tenantId, callId, [step(1, answer('calls', true), answer('publication', false)), step(2, answer('calls', false))])
  expect(await line(attemptId)).toEqual({ line: 'never', reason: 'suppressed' })
  await appendJournal(db, tenantId, callId, [
    step(3, answer('marketing', true), { what: 'consent', purpose: 'recording', given: false, unasked: true }),
  ])
  expect(await line(attemptId)).toEqual({ line: 'reserved' })
  await endAttempt(db, tenantId, attemptId, { outcome: 'busy' })
  const rows = await dueLeads(db, tenantId, campaign.campaignId, new Date(Date.now() + 1_000), 10)
  expect(rows.find(({ id }) => id === third?.leadId)?.number).toMatchObject({ consent: 'given', suppressed: false })
})

test('a call without a number, and a caller who hides theirs, change no list', async () => {
  for (const phone of [undefined, 'anonymous']) {
    const callId = await callOf(phone, 'inbound')
    await appendJournal(db, tenantId, callId, [step(1, stop)])
  }
  expect(await listSuppressions(db, tenantId, { skip: 0, take: 5 })).toEqual([])
})

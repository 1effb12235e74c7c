import type { AttemptOutcome } from '@parley/campaigns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callNow, createTestCampaign, queueAll } from '../../test/create-test-campaign.ts'
import { createTestTenant, openAdminDb, openTestDb } from '../../test/open-test-db.ts'
import {
  campaignFigures,
  campaignPulse,
  closeDb,
  countLeads,
  countSuppressions,
  createCall,
  describeCampaign,
  dueLeads,
  endAttempt,
  findLeadOfNumber,
  findLeads,
  getSuppression,
  keepDecisions,
  type ListedSuppression,
  leadsWithAttempts,
  listConsents,
  listSuppressions,
  numberKey,
  queueAttempts,
  recordConsent,
  reserveLine,
  suppressNumber,
  suppressNumbers,
  unsuppressNumber,
  waitingLeads,
} from '../index.ts'

const db = openTestDb()
const admin = openAdminDb()
let tenantId: string
beforeAll(async () => {
  tenantId = (await createTestTenant(db)).tenantId
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const lifetimeMs = 60_000
const wide = { ...{ campaign: 1e4, tenant: 1e4, connection: 1e4, all: 1e6, campaignPerSecond: 1e6, connectionPerSecond: 1e6 }, lifetimeMs }
type Made = Awaited<ReturnType<typeof createTestCampaign>>
type Queued = Awaited<ReturnType<typeof queueAll>>[number]

async function dialled({ settings, connectionId }: Made, { attemptId, callId }: Queued, answered?: { talkMs: number }) {
  await reserveLine(db, tenantId, { attemptId, connectionId, limits: wide })
  await admin.prisma.attempt.update({ where: { id: attemptId }, data: { status: 'dialling', dialledAt: new Date() } })
  const { flowId, flowVersionId } = settings
  const facts = { callId, direction: 'outbound', channel: 'phone', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId, flowVersionId, channel: 'phone', facts })
  if (answered) await admin.prisma.call.update({ where: { id: callId }, data: { answeredAt: new Date(), durationMs: answered.talkMs } })
}

test('a campaign says how far it came, what it does now and who is next', async () => {
  const made = await createTestCampaign(db, tenantId, { leads: 7 })
  const { campaignId } = made
  const [a, b, c, d, e, f] = await queueAll(db, tenantId, campaignId)
  if (!a || !b || !c || !d || !e || !f) throw new Error('Not all leads were queued.')
  const ended = async (attempt: Queued, outcome: AttemptOutcome, talkMs?: number) => {
    await dialled(made, attempt, talkMs === undefined ? undefined : { talkMs })
    await endAttempt(db, tenantId, attempt.attemptId, { outcome, ...(outcome === 'failed' ? { failureCode: 'DIAL_UNKNOWN' } : {}) })
  }
  await ended(a, 'completed', 90_000)
  await ended(b, 'machine', 4_000)
  await ended(c, 'busy')
  await ended(d, 'failed')
  await dialled(made, e, { talkMs: 0 })
  const seen = { at: 0, local: {}, attempts: 1 }
  await keepDecisions(db, tenantId, [{ leadId: a.leadId, decision: { decision: 'finished', outcome: 'reached', reason: 'reached', seen } }])
  const later = new Date(Date.now() + 3_600_000)
  await keepDecisions(db, tenantId, [
    { leadId: c.leadId, decision: { decision: 'wait', reason: 'retryDelay', until: later.getTime(), seen } },
  ])

  expect(await campaignFigures(db, tenantId, campaignId)).toEqual({
    called: 5,
    answered: 2,
    talkSeconds: 94,
    outcomes: expect.arrayContaining([
      { outcome: 'completed', attempts: 1 },
      { outcome: null, attempts: 3 },
    ]),
    failures: [{ failureCode: 'DIAL_UNKNOWN', attempts: 1 }],
  })
  const pulse = await campaignPulse(db, tenantId, campaignId, { now: new Date(Date.now() + 1_000), minutes: 60 })
  expect(pulse).toMatchObject({ onLine: 1, queued: 2, due: 2, next: [{ id: c.leadId, nextAt: later, reason: 'retryDelay' }] })
  expect([pulse.pace.length, pulse.pace.reduce((sum, calls) => sum + calls, 0)]).toEqual([60, 5])
  expect(await describeCampaign(db, tenantId, campaignId)).toMatchObject({
    name: 'Recall',
    status: 'running',
    connection: { isOn: true, isNumberThere: true },
  })
  const other = (await createTestTenant(db)).tenantId
  expect(await describeCampaign(db, other, campaignId)).toBeNull()
  expect(await campaignFigures(db, other, campaignId)).toMatchObject({ called: 0, outcomes: [] })
})

test('leads come in pages by the lead before, narrowed by where they are and how they ended, and are found by their number', async () => {
  const made = await createTestCampaign(db, tenantId, { leads: 5 })
  const { campaignId } = made
  const all = await findLeads(db, tenantId, campaignId, { limit: 10 })
  expect(all.map(({ state, attempts }) => [state, attempts])).toEqual(all.map(() => ['waiting', 0]))
  const [first, second, third] = all
  if (!first || !second || !third) throw new Error('There are no leads.')
  const after = await findLeads(db, tenantId, campaignId, { place: { afterId: second.id }, limit: 2 })
  expect(after.map(({ id }) => id)).toEqual(all.slice(2, 4).map(({ id }) => id))
  expect((await findLeads(db, tenantId, campaignId, { place: { skip: 3 }, limit: 10 })).map(({ id }) => id)).toEqual(
    after
      .concat(all.slice(4))
      .slice(1)
      .map(({ id }) => id),
  )

  const decision = { ...callNow, openUntil: 5, seen: { at: 4, local: { 'Europe/Paris': '2026-11-28 17:00' }, attempts: 0 } }
  const [attempt] = await queueAttempts(db, tenantId, campaignId, [{ leadId: first.id, decision }])
  if (!attempt) throw new Error('The lead was not queued.')
  await dialled(made, attempt, { talkMs: 3_000 })
  await admin.prisma.attempt.update({ where: { id: attempt.attemptId }, data: { wish: { time: '17:00' } } })
  await endAttempt(db, tenantId, attempt.attemptId, { outcome: 'hungUp' })
  await keepDecisions(db, tenantId, [
    { leadId: second.id, decision: { decision: 'finished', outcome: 'doNotCall', reason: 'suppressed', seen: decision.seen } },
  ])
  const ids = async (filters: Parameters<typeof countLeads>[3]) => {
    const found = await findLeads(db, tenantId, campaignId, { filters, limit: 10 })
    expect(await countLeads(db, tenantId, campaignId, filters)).toBe(found.length)
    return found.map(({ id }) => id)
  }
  expect(await ids({ state: 'doNotCall' })).toEqual([second.id])
  expect(await ids({ lastOutcome: 'hungUp' })).toEqual([first.id])
  expect(await ids({ state: 'waiting', lastOutcome: 'busy' })).toEqual([])
  expect(await findLeadOfNumber(db, tenantId, campaignId, third.contact.phone)).toBe(third.id)
  expect(await findLeadOfNumber(db, tenantId, campaignId, '+33699999999')).toBeNull()

  const [known] = await leadsWithAttempts(db, tenantId, [first.id])
  expect(known).toMatchObject({
    id: first.id,
    campaignId,
    contact: { phone: first.contact.phone },
    attempts: [
      {
        number: 1,
        outcome: 'hungUp',
        wish: { time: '17:00' },
        decision: { reason: 'firstCall', openUntil: 5, seen: decision.seen },
        call: { id: attempt.callId },
      },
    ],
  })
  const [one, ...others] = await waitingLeads(db, tenantId, campaignId, { now: new Date(), take: 10 })
  expect(others).toHaveLength(3)
  expect(await waitingLeads(db, tenantId, campaignId, { now: new Date(), afterId: one?.id, take: 10 })).toEqual(others)
  expect((await dueLeads(db, tenantId, campaignId, new Date(Date.now() + 1_000), 10)).map(({ id }) => id)).toContain(one?.id)
})

test('the do-not-call list comes in pages, newest first, and its rows are named without their numbers', async () => {
  const own = (await createTestTenant(db)).tenantId
  expect(await suppressNumber(db, own, { number: '+33611111111', source: 'added', reason: 'by letter' })).toBe(true)
  expect(await suppressNumber(db, own, { number: '+33611111111', source: 'asked' })).toBe(false)
  const numbers = Array.from({ length: 250 }, (_, index) => `+336222${String(10_000 + index)}`)
  expect(await suppressNumbers(db, own, { numbers: ['+33611111111', ...numbers] })).toBe(250)
  expect(await suppressNumbers(db, own, { numbers })).toBe(0)
  expect(await countSuppressions(db, own)).toBe(251)
  const read: ListedSuppression[] = []
  for (let page = await listSuppressions(db, own, { skip: 0, take: 100 }); page.length > 0; ) {
    read.push(...page)
    const after = page.at(-1)
    page = after ? await listSuppressions(db, own, { after, take: 100 }) : []
  }
  expect(new Set(read.map(({ number }) => number))).toEqual(new Set(['+33611111111', ...numbers]))
  expect([read.length, read.at(-1)?.reason]).toEqual([251, 'by letter'])
  expect((await listSuppressions(db, own, { skip: 250, take: 9 })).map(({ number }) => number)).toEqual(['+33611111111'])

  const key = numberKey(db, own, '+33611111111')
  expect(await getSuppression(db, own, key)).toMatchObject({ key, number: '+33611111111', source: 'added' })
  await recordConsent(db, own, { number: '+33611111111', kind: 'given', evidence: 'form 7' })
  await recordConsent(db, own, { number: '+33611111111', kind: 'withdrawn', evidence: 'letter' })
  expect((await listConsents(db, own, key)).map(({ kind, evidence }) => [kind, evidence])).toEqual([
    ['withdrawn', 'letter'],
    ['given', 'form 7'],
  ])
  expect(await unsuppressNumber(db, own, { number: '+33611111111', reason: 'asked by letter' })).toBe(true)
  expect(await getSuppression(db, own, key)).toBeNull()
  expect(await listSuppressions(db, tenantId, { skip: 0, take: 5 })).toEqual([])
})

import type { JournalEntry, TurnTiming } from '@parley/flow-runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestCall } from '../test/create-test-call.ts'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import { appendJournal, closeDb, newId, responseTimes } from './index.ts'

const db = openTestDb()
const admin = openAdminDb()
const dayMs = 86_400_000
const until = new Date('2026-11-25T12:00:00Z')
const week = { from: new Date(Number(until) - 7 * dayMs), until, by: 'day' } as const
let tenantId: string
let call: { callId: string; flowId: string }

beforeAll(async () => {
  ;({ tenantId } = await createTestTenant(db))
  call = await createTestCall(db, tenantId)
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

/** A turn whose answer took `gapMs`: half of it until the end of the turn, the rest until the first frame. */
const timing = (seq: number, at: string, gapMs: number, more: Partial<TurnTiming> = {}): JournalEntry => {
  const speechEndAt = Date.parse(at)
  const instants = { speechEndAt, endOfTurnAt: speechEndAt + gapMs / 2, firstAudioAt: speechEndAt - 40, firstFrameAt: speechEndAt + gapMs }
  return { seq, at: Date.parse(at), kind: 'timing', timing: { turn: seq, ...instants, ...more } }
}
const rowsOf = (callId: string) => admin.prisma.turn.findMany({ where: { callId }, orderBy: { number: 'asc' } })

test('a timing in the journal is a row, once, and goes with its call', async () => {
  const { callId, flowId, flowVersionId } = await createTestCall(db, tenantId)
  const answered = timing(2, '2026-01-05T10:00:00Z', 401, { audio: 'kept', foreseen: true })
  const unanswered: JournalEntry = { seq: 3, at: 1_000, kind: 'timing', timing: { turn: 3, speechEndAt: 0, endOfTurnAt: 1e15 } }
  const batch: JournalEntry[] = [{ seq: 1, at: 1, kind: 'note', code: 'TEST' }, answered, unanswered]
  await appendJournal(db, tenantId, callId, batch)
  await appendJournal(db, tenantId, callId, batch)
  await appendJournal(db, tenantId, callId, [unanswered, { seq: 4, at: 2, kind: 'note', code: 'TEST' }])
  expect(await rowsOf(callId)).toMatchObject([
    {
      ...{ tenantId, flowId, flowVersionId, channel: 'browser', number: 2, audio: 'kept', foreseen: true },
      ...{ endOfTurnMs: 201, transcriptMs: null, understandingMs: null, decisionMs: null, voiceMs: 0, lineMs: 200, gapMs: 401 },
    },
    { number: 3, endOfTurnMs: 3_600_000, gapMs: null, audio: null, foreseen: null },
  ])
  await admin.prisma.call.delete({ where: { id: callId } })
  expect(await rowsOf(callId)).toEqual([])
})

test('an entry that another process wrote leaves no row', async () => {
  const { callId } = await createTestCall(db, tenantId)
  await appendJournal(db, tenantId, callId, [{ seq: 1, at: 1, kind: 'note', code: 'TEST' }])
  const forked = appendJournal(db, tenantId, callId, [timing(1, '2026-01-05T10:00:00Z', 400), timing(2, '2026-01-05T10:01:00Z', 400)])
  await expect(forked).rejects.toMatchObject({ code: 'JOURNAL_FORKED' })
  expect(await rowsOf(callId)).toEqual([])
})

test('percentiles, parts, days and the slowest answers of a period, a flow, a channel and a tenant', async () => {
  expect({ ...(await responseTimes(db, tenantId, week)), series: [] }).toEqual({
    ...{ timeZone: 'Europe/Paris', counts: { turns: 0, answered: 0, kept: 0, live: 0, foreseen: 0 } },
    ...{ gap: null, gapBefore: null, stages: [], groups: [], series: [], slowest: [] },
  })

  const gaps = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]
  await appendJournal(db, tenantId, call.callId, [
    ...gaps.map((gapMs, index) =>
      timing(index + 1, '2026-11-24T10:00:00Z', gapMs, { audio: index < 4 ? 'live' : 'kept', foreseen: index < 3 }),
    ),
    // 23:30 UTC is the next day in Paris.
    timing(11, '2026-11-24T23:30:00Z', 550),
    timing(12, '2026-11-24T23:40:00Z', 550, { firstFrameAt: undefined }),
    timing(13, '2026-11-12T10:00:00Z', 2_000),
    timing(14, '2026-11-25T12:00:00Z', 5_000),
  ])
  const times = await responseTimes(db, tenantId, week)
  expect(times.counts).toEqual({ turns: 12, answered: 11, kept: 6, live: 4, foreseen: 3 })
  expect(times.gap).toEqual({ p50: 550, p90: 900, p99: 990 })
  expect(times.gapBefore).toEqual({ p50: 2_000, p90: 2_000, p99: 2_000 })
  expect(times.stages.map(({ stage, turns, p50 }) => [stage, turns, p50])).toEqual([
    ['endOfTurn', 11, 275],
    ['transcript', 0, 0],
    ['understanding', 0, 0],
    ['decision', 0, 0],
    ['voice', 11, 0],
    ['line', 11, 275],
  ])
  expect(times.groups).toEqual([
    { flowId: call.flowId, flowName: 'Front desk', channel: 'browser', turns: 11, p50: 550, p90: 900, p99: 990 },
  ])
  expect(times.series).toHaveLength(8)
  expect(times.series.at(0)).toEqual({ at: new Date('2026-11-17T23:00:00Z'), turns: 0, p50: null, p90: null })
  expect(times.series.filter(({ turns }) => turns > 0)).toEqual([
    { at: new Date('2026-11-23T23:00:00Z'), turns: 10, p50: 550, p90: 910 },
    { at: new Date('2026-11-24T23:00:00Z'), turns: 1, p50: 550, p90: 550 },
  ])
  expect(times.slowest.map(({ gapMs }) => gapMs)).toEqual([1_000, 900, 800, 700, 600])
  expect(times.slowest[0]).toMatchObject({ callId: call.callId, number: 10, flowName: 'Front desk' })

  const hours = await responseTimes(db, tenantId, { ...week, by: 'hour' })
  expect(hours.series.filter(({ turns }) => turns > 0).map(({ at }) => at.toISOString())).toEqual([
    '2026-11-24T10:00:00.000Z',
    '2026-11-24T23:00:00.000Z',
  ])
  expect((await responseTimes(db, tenantId, { ...week, flowId: call.flowId, channel: 'browser' })).counts.turns).toBe(12)
  expect(await responseTimes(db, tenantId, { ...week, channel: 'phone' })).toMatchObject({ gap: null, groups: times.groups })
  expect((await responseTimes(db, tenantId, { ...week, flowId: newId() })).gap).toBeNull()
  expect((await responseTimes(db, (await createTestTenant(db)).tenantId, week)).counts.turns).toBe(0)
})

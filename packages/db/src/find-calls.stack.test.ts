import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestCall } from '../test/create-test-call.ts'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import {
  type CallFilters,
  type CallOrder,
  closeDb,
  countCalls,
  findCalls,
  homeFigures,
  keepView,
  type ListedCall,
  listSavedViews,
  removeView,
} from './index.ts'

const db = openTestDb()
const admin = openAdminDb()
const rows = 60
const beganAt = Date.parse('2026-11-20T08:00:00Z')
const newestFirst: CallOrder = { by: 'startedAt', isDescending: true }
let tenantId: string
let userId: string

beforeAll(async () => {
  ;({ tenantId, userId } = await createTestTenant(db))
  const { callId, flowId, flowVersionId } = await createTestCall(db, tenantId)
  await admin.prisma.call.update({ where: { id: callId }, data: { startedAt: new Date('2020-01-01T00:00:00Z') } })
  // Three at each instant, so that pages are cut between calls of one instant too.
  await admin.prisma.call.createMany({
    data: Array.from({ length: rows }, (_, index) => ({
      ...{ id: crypto.randomUUID(), tenantId, flowId, flowVersionId, facts: new Uint8Array(), status: 'ended' as const, turns: index },
      channel: index % 2 === 0 ? ('browser' as const) : ('phone' as const),
      outcome: index % 10 === 0 ? ('failed' as const) : ('completed' as const),
      failureCode: index % 10 === 0 ? 'WORKER_LOST' : null,
      startedAt: new Date(beganAt + Math.floor(index / 3) * 60_000),
      durationMs: (index % 7) * 1000,
    })),
  })
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const find = (filters: CallFilters, order = newestFirst) => findCalls(db, tenantId, { filters, order, limit: 500 })

test.each(['startedAt', 'durationMs'] as const)(
  'pages by %s hold every call once, in order, by the call before or by number',
  async (by) => {
    for (const isDescending of [true, false]) {
      const order = { by, isDescending }
      const whole = await find({}, order)
      expect(whole).toHaveLength(rows + 1)
      const values = whole.map((call) => Number(call[by]))
      expect(values).toEqual([...values].sort((a, b) => (isDescending ? b - a : a - b)))

      const walked: ListedCall[] = []
      for (;;) {
        const after = walked.at(-1)
        const page = await findCalls(db, tenantId, { order, limit: 7, place: after ? { after } : { skip: 0 } })
        walked.push(...page)
        if (page.length < 7) break
      }
      expect(walked).toEqual(whole)
      expect(await findCalls(db, tenantId, { order, limit: 7, place: { skip: 31 } })).toEqual(whole.slice(31, 38))
    }
  },
)

test('calls are narrowed by every filter, alone and together, and counted the same', async () => {
  const until = new Date(beganAt + 5 * 60_000)
  const expected: [CallFilters, number][] = [
    [{ isRunning: true }, 1],
    [{ outcomes: ['failed'] }, 6],
    [{ failureCode: 'WORKER_LOST', channel: 'phone' }, 0],
    [{ channel: 'phone' }, 30],
    [{ from: new Date(beganAt), until }, 15],
    [{ minSeconds: 5 }, 16],
    [{ maxSeconds: 0 }, 9],
    [{ hasRecording: true }, 0],
    [{ hasRecording: false, outcomes: ['failed', 'completed'] }, 60],
    [{ slowerThanMs: 1000 }, 0],
    [{ ids: [] }, 0],
  ]
  for (const [filters, calls] of expected) {
    expect([filters, (await find(filters)).length]).toEqual([filters, calls])
    expect(await countCalls(db, tenantId, filters)).toBe(calls)
  }
})

test('another tenant finds nothing', async () => {
  const other = await createTestTenant(db)
  expect(await findCalls(db, other.tenantId, { order: newestFirst, limit: 10 })).toEqual([])
})

test('figures are of the span and of as long a time before', async () => {
  const from = new Date(beganAt + 10 * 60_000)
  const figures = await homeFigures(db, tenantId, { from, until: new Date(beganAt + 20 * 60_000), slowMs: 1000 })
  expect(figures.now).toMatchObject({ calls: 30, failed: 3, booked: 0, slow: 0, medianGapMs: null })
  expect(figures.before).toMatchObject({ calls: 30, failed: 3 })
  expect(figures.failures).toEqual([{ failureCode: 'WORKER_LOST', calls: 3 }])
})

test('a view belongs to a person; keeping one of the same name replaces it', async () => {
  const other = await createTestTenant(db)
  await keepView(db, tenantId, userId, { name: 'Failed', query: 'outcome=failed' })
  const kept = await keepView(db, tenantId, userId, { name: 'Failed', query: 'outcome=failed&period=7d' })
  expect(await listSavedViews(db, tenantId, userId)).toEqual([{ ...kept, query: 'outcome=failed&period=7d' }])
  expect(await listSavedViews(db, tenantId, other.userId)).toEqual([])
  await removeView(db, other.tenantId, userId, kept.id)
  expect(await listSavedViews(db, tenantId, userId)).toHaveLength(1)
  await removeView(db, tenantId, userId, kept.id)
  expect(await listSavedViews(db, tenantId, userId)).toEqual([])
})

import { templates } from '@parley/flow-runtime/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import {
  appendJournal,
  closeDb,
  countCalls,
  createCall,
  createFlow,
  finishCall,
  forgetDrafts,
  homeFigures,
  keepDraft,
  newId,
  responseTimes,
} from './index.ts'
import { sqlState } from './sql-state.ts'

const db = openTestDb()
const admin = openAdminDb()
const document = templates.appointment
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
let tenantId: string
let flowId: string

beforeAll(async () => {
  ;({ tenantId } = await createTestTenant(db))
  flowId = (await createFlow(db, tenantId, { name: 'Tried often', document })).id
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

/** A draft that differs from the others, tried so many hours ago, with a call that ended then and has a recording. */
async function tried(hours: number) {
  const kept = await keepDraft(db, tenantId, flowId, { ...document, name: `Tried ${hours} hours ago` })
  if (!kept.ok) throw new Error(JSON.stringify(kept))
  return { versionId: kept.version.id, callId: await called(kept.version.id, hours) }
}

async function called(flowVersionId: string, hours: number) {
  const callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId, flowVersionId, channel: 'browser', facts })
  const at = Number(hoursAgo(hours))
  const timing = { turn: 1, speechEndAt: at, endOfTurnAt: at + 300, firstFrameAt: at + 900 }
  await appendJournal(db, tenantId, callId, [{ seq: 1, at, kind: 'timing', timing }])
  await finishCall(db, tenantId, callId, { outcome: 'failed', failureCode: 'WORKER_LOST' })
  const times = { startedAt: hoursAgo(hours), endedAt: hoursAgo(hours) }
  await admin.prisma.call.update({ where: { id: callId }, data: times })
  await admin.prisma.recording.create({
    data: { callId, tenantId, path: `${tenantId}/${callId}.ogg`, ...times, endedAt: undefined, seconds: 1, peaks: [] },
  })
  return callId
}

test('old test calls of drafts go with their recordings and drafts; new, unfinished and booking ones stay, and none counts in figures', async () => {
  const [oldest, booked, older, last] = [await tried(9), await tried(8), await tried(7), await tried(6)]
  const again = await called(last.versionId, 5)
  const justOver = await called(oldest.versionId, 0)
  const { id: serviceId } = await admin.prisma.service.findFirstOrThrow({ where: { tenantId } })
  const { id: resourceId } = await admin.prisma.resource.findFirstOrThrow({ where: { tenantId } })
  const facts = { startsAt: hoursAgo(-500), endsAt: hoursAgo(-501), contact: Buffer.from(''), idempotencyKey: newId() }
  await admin.prisma.appointment.create({ data: { tenantId, serviceId, resourceId, callId: booked.callId, ...facts } })

  const span = { from: hoursAgo(24), until: new Date(Date.now() + 60_000) }
  const figures = await homeFigures(db, tenantId, { ...span, slowMs: 100 })
  expect(figures).toMatchObject({ now: { calls: 0, failed: 0, slow: 0, medianGapMs: null }, failures: [] })
  expect(await responseTimes(db, tenantId, { ...span, by: 'day' })).toMatchObject({ gap: null, groups: [], slowest: [] })

  expect(await countCalls(db, tenantId, {})).toBe(6)
  expect(await countCalls(db, tenantId, { isOfVersion: true })).toBe(0)

  const removed: string[] = []
  const forget = (drafts: number, calls: number) =>
    forgetDrafts(db, tenantId, flowId, {
      kept: { drafts, calls },
      removeRecording: async (path) => {
        removed.push(path)
      },
    })
  expect(await forget(4, 100)).toBe(0)
  const broken = forgetDrafts(db, tenantId, flowId, {
    kept: { drafts: 1, calls: 100 },
    removeRecording: () => Promise.reject(new Error('away')),
  })
  await expect(broken).rejects.toThrow('away')
  expect(await forget(1, 100)).toBe(2)
  expect(removed.sort()).toEqual([oldest, older].map(({ callId }) => `${tenantId}/${callId}.ogg`).sort())
  const left = async () => ({
    calls: (await admin.prisma.call.findMany({ where: { flowId } })).map(({ id }) => id).sort(),
    versions: (await admin.prisma.flowVersion.findMany({ where: { flowId } })).map(({ id }) => id).sort(),
  })
  expect(await left()).toEqual({
    calls: [booked.callId, last.callId, again, justOver].sort(),
    versions: [oldest, booked, last].map(({ versionId }) => versionId).sort(),
  })
  expect(await forget(1, 2)).toBe(1)
  expect((await left()).calls).toEqual([booked.callId, again, justOver].sort())

  const other = (await createTestTenant(db)).tenantId
  expect(await forgetDrafts(db, other, flowId, { kept: { drafts: 0, calls: 0 }, removeRecording: async () => undefined })).toBe(0)
  const byHand = await admin.prisma.flowVersion.update({ where: { id: last.versionId }, data: { number: 1 } }).catch(sqlState)
  expect(byHand).toBe('23001')
})

import { templates } from '@parley/flow-runtime/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import {
  closeDb,
  createCall,
  createFlow,
  deleteFlow,
  getFlow,
  getFlowVersion,
  getPublishedVersion,
  isFlowDeleted,
  keepDraft,
  leaveFlow,
  listFlows,
  listVersions,
  newId,
  publishFlow,
  saveFlow,
  visitFlow,
} from './index.ts'
import { sqlState } from './sql-state.ts'

const db = openTestDb()
const admin = openAdminDb()
const document = templates.appointment
let tenantId: string
let userId: string

beforeAll(async () => {
  ;({ tenantId, userId } = await createTestTenant(db))
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

test('of two people who start from one revision the second is told', async () => {
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document })
  const results = await Promise.all(
    ['One', 'Two'].map((name) => saveFlow(db, tenantId, flow.id, { document: { ...document, name }, revision: 1 }, { userId })),
  )
  expect(results.filter((result) => result.ok)).toEqual([{ ok: true, revision: 2 }])
  const refused = results.find((result) => !result.ok)
  const stored = await getFlow(db, tenantId, flow.id)
  expect(refused).toEqual({ ok: false, code: 'FLOW_CHANGED_ELSEWHERE', flow: stored, by: { id: userId, name: 'Test owner' } })
  expect(stored?.name).toBe(stored?.document?.name)
})

test('a published version never changes, whatever is saved, deleted or tried by hand', async () => {
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document })
  const published = await publishFlow(db, tenantId, flow.id, { userId })
  if (!published.ok) throw new Error(JSON.stringify(published))
  await saveFlow(db, tenantId, flow.id, { document: { ...document, name: 'Changed' }, revision: 1 })
  expect((await getFlowVersion(db, tenantId, published.version.id))?.document?.name).toBe('Front desk')

  const where = { id: published.version.id }
  const changed = await admin.prisma.flowVersion.update({ where, data: { number: 9 } }).catch(sqlState)
  const deleted = await admin.prisma.flowVersion.delete({ where }).catch(sqlState)
  expect([changed, deleted]).toEqual(['23001', '23001'])
  expect((await listVersions(db, tenantId, flow.id)).map((version) => version.number)).toEqual([1])

  expect(await isFlowDeleted(db, tenantId, flow.id)).toBe(false)
  expect(await deleteFlow(db, tenantId, flow.id, { userId })).toBe(true)
  expect(await deleteFlow(db, tenantId, flow.id, { userId })).toBe(false)
  expect(await getFlow(db, tenantId, flow.id)).toBeNull()
  expect(await isFlowDeleted(db, tenantId, flow.id)).toBe(true)
  expect(await isFlowDeleted(db, tenantId, newId())).toBe(false)
  expect((await listFlows(db, tenantId)).map((listed) => listed.id)).not.toContain(flow.id)
  expect(await publishFlow(db, tenantId, flow.id, { userId })).toEqual({ ok: false, code: 'FLOW_DELETED' })
  expect((await getFlowVersion(db, tenantId, published.version.id))?.number).toBe(1)
})

test('a version keeps its message and its publisher, and counts its calls', async () => {
  const flow = await createFlow(db, tenantId, { name: 'Counted', document })
  const published = await publishFlow(db, tenantId, flow.id, { userId, message: 'Friendlier greeting' })
  await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  const callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId: flow.id, flowVersionId: published.version.id, channel: 'browser', facts })
  const [second, first] = await listVersions(db, tenantId, flow.id)
  expect(first).toMatchObject({ message: 'Friendlier greeting', publishedBy: { id: userId, name: 'Test owner' }, calls: 1 })
  expect(second).toMatchObject({ message: '', publishedBy: null, calls: 0 })
  const later = await listVersions(db, tenantId, flow.id, { callsSince: new Date(Date.now() + 60_000) })
  expect(later.map(({ calls }) => calls)).toEqual([0, 0])
})

test('those who have a flow open see each other and who saved it; nobody of another tenant does', async () => {
  const flow = await createFlow(db, tenantId, { name: 'Open', document })
  const [first, second] = [newId(), newId()]
  expect(await visitFlow(db, tenantId, flow.id, { visitorId: first, userId, nodeId: 'greeting' })).toMatchObject({
    revision: 1,
    others: [],
  })
  await saveFlow(db, tenantId, flow.id, { document, revision: 1 }, { userId })
  const person = { id: userId, name: 'Test owner' }
  const seen = await visitFlow(db, tenantId, flow.id, { visitorId: second, userId })
  expect(seen).toEqual({ revision: 2, savedBy: person, others: [{ id: first, person, nodeId: 'greeting' }] })
  const other = await createTestTenant(db)
  expect(await visitFlow(db, other.tenantId, flow.id, { visitorId: newId(), userId: other.userId })).toBeNull()
  await leaveFlow(db, tenantId, flow.id, first)
  expect((await visitFlow(db, tenantId, flow.id, { visitorId: second, userId }))?.others).toEqual([])
})

test('a draft that is tried is kept for its calls, and is no version', async () => {
  const flow = await createFlow(db, tenantId, { name: 'Tried', document })
  const tried = await keepDraft(db, tenantId, flow.id, flow.document, { userId })
  if (!tried.ok) throw new Error(JSON.stringify(tried))
  expect(tried.version.number).toBeNull()
  expect((await getFlowVersion(db, tenantId, tried.version.id))?.document).toEqual(flow.document)
  expect(await keepDraft(db, tenantId, flow.id, flow.document, { userId })).toEqual(tried)
  const changed = await keepDraft(db, tenantId, flow.id, { ...flow.document, name: 'Tried again' }, { userId })
  expect(changed.ok && changed.version.id !== tried.version.id).toBe(true)

  expect(await listVersions(db, tenantId, flow.id)).toEqual([])
  expect(await getPublishedVersion(db, tenantId, tried.version.id)).toBeNull()
  const callable = (await getFlow(db, tenantId, flow.id))?.publishedVersionId
  expect(callable).toBeNull()
  const published = await publishFlow(db, tenantId, flow.id, { userId })
  if (!published.ok) throw new Error(JSON.stringify(published))
  expect(await keepDraft(db, tenantId, flow.id, flow.document, {})).toEqual({
    ok: true,
    version: { id: published.version.id, number: 1 },
  })
  const broken = { ...flow.document, edges: flow.document.edges.slice(1) }
  expect(await keepDraft(db, tenantId, flow.id, broken, {})).toMatchObject({ ok: false, code: 'FLOW_HAS_PROBLEMS' })
  expect(await keepDraft(db, (await createTestTenant(db)).tenantId, flow.id, flow.document)).toEqual({ ok: false, code: 'FLOW_DELETED' })
})

test('publishing at the same moment numbers the versions without gaps', async () => {
  const flow = await createFlow(db, tenantId, { name: 'Busy', document })
  await Promise.all(Array.from({ length: 5 }, () => publishFlow(db, tenantId, flow.id, { userId })))
  const versions = await listVersions(db, tenantId, flow.id)
  expect(versions.map((version) => version.number)).toEqual([5, 4, 3, 2, 1])
  expect((await getFlow(db, tenantId, flow.id))?.publishedVersionId).toBe(versions[0]?.id)
})

test('a flow with problems is not published and names them', async () => {
  const broken = { ...document, edges: document.edges.slice(1) }
  const flow = await createFlow(db, tenantId, { name: 'Broken', document: broken })
  const result = await publishFlow(db, tenantId, flow.id, { userId })
  expect(result).toMatchObject({ ok: false, code: 'FLOW_HAS_PROBLEMS' })
  expect(!result.ok && result.code === 'FLOW_HAS_PROBLEMS' && result.problems.some((problem) => problem.nodeId)).toBe(true)
  expect(await listVersions(db, tenantId, flow.id)).toEqual([])
})

test('saving a flow keeps what this release does not know of it', async () => {
  const flow = await createFlow(db, tenantId, { name: 'From later', document })
  await admin.prisma.$executeRaw`
    UPDATE "Flow" SET document = jsonb_set(document || '{"mood": "calm"}', '{settings,pace}', '1.5') WHERE id = ${flow.id}::uuid`
  const opened = await getFlow(db, tenantId, flow.id)
  if (!opened?.document) throw new Error('It cannot be read.')
  expect(opened.document).toMatchObject({ mood: 'calm', settings: { pace: 1.5 } })

  await saveFlow(db, tenantId, flow.id, { document: { ...opened.document, name: 'Renamed' }, revision: 1 })
  const published = await publishFlow(db, tenantId, flow.id, { userId })
  if (!published.ok) throw new Error(JSON.stringify(published))
  const version = await getFlowVersion(db, tenantId, published.version.id)
  expect(version?.document).toMatchObject({ name: 'Renamed', mood: 'calm', settings: { pace: 1.5 } })
})

test('a flow that cannot be read is listed, says why in the reader’s language, and stays as it is', async () => {
  const flow = await createFlow(db, tenantId, { name: 'Odd', document })
  await admin.prisma.$executeRaw`UPDATE "Flow" SET document = '{"schemaVersion": 99, "name": "Odd"}' WHERE id = ${flow.id}::uuid`
  expect((await listFlows(db, tenantId)).find(({ id }) => id === flow.id)).toMatchObject({ name: 'Odd', document: null })
  const opened = await getFlow(db, tenantId, flow.id, 'fr')
  expect(opened).toMatchObject({ document: null, problems: [{ code: 'VERSION_NEWER', path: 'schemaVersion' }] })
  expect(opened?.document === null && opened.problems[0]?.message).toContain('Mettez Parley à jour')
  expect(await publishFlow(db, tenantId, flow.id, { userId })).toMatchObject({ ok: false, code: 'FLOW_INVALID' })
  expect(await saveFlow(db, tenantId, flow.id, { document, revision: 7 })).toMatchObject({ ok: false, flow: { document: null } })

  const [stored] = await admin.prisma.$queryRaw<unknown[]>`SELECT document FROM "Flow" WHERE id = ${flow.id}::uuid`
  expect(stored).toEqual({ document: { schemaVersion: 99, name: 'Odd' } })
})

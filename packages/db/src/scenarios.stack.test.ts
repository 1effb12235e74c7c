import { templateScenarios } from '@parley/flow-runtime/template-scenarios'
import { templates } from '@parley/flow-runtime/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import { addScenario, closeDb, createFlow, listScenarios, newId, removeScenario, saveScenario } from './index.ts'

const db = openTestDb()
const admin = openAdminDb()
const scenarios = templateScenarios.appointment
const one = { name: 'One', steps: [{ contact: 'hello' }] }
let tenantId: string
let flowId: string

beforeAll(async () => {
  ;({ tenantId } = await createTestTenant(db))
  flowId = (await createFlow(db, tenantId, { name: 'Front desk', document: templates.appointment, scenarios })).id
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

test('a flow brings its scenarios along, in their order, and more are added after them', async () => {
  await addScenario(db, tenantId, flowId, one)
  const stored = await listScenarios(db, tenantId, flowId)
  expect(stored.map(({ document }) => document)).toEqual([...scenarios, one])
  expect(await addScenario(db, tenantId, newId(), one)).toBeNull()
})

test('of two people who start from one revision the second is given what the first saved', async () => {
  const added = await addScenario(db, tenantId, flowId, one)
  if (!added) throw new Error('It was not added.')
  const results = await Promise.all(
    ['Two', 'Three'].map((name) => saveScenario(db, tenantId, added.id, { document: { ...one, name }, revision: 1 })),
  )
  expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, id: added.id, revision: 2 }])
  const stored = (await listScenarios(db, tenantId, flowId)).find(({ id }) => id === added.id)
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'SCENARIO_CHANGED_ELSEWHERE', theirs: stored })
  expect(await removeScenario(db, tenantId, added.id)).toBe(true)
  expect(await saveScenario(db, tenantId, added.id, { document: one, revision: 2 })).toEqual({ ok: false, code: 'SCENARIO_NOT_FOUND' })
})

test('another tenant neither sees nor touches them', async () => {
  const { tenantId: other } = await createTestTenant(db)
  const [mine] = await listScenarios(db, tenantId, flowId)
  if (!mine) throw new Error('There is none.')
  expect(await listScenarios(db, other, flowId)).toEqual([])
  expect(await removeScenario(db, other, mine.id)).toBe(false)
  expect(await addScenario(db, other, flowId, one)).toBeNull()
})

test('what callers said is stored encrypted, also what was in clear before', async () => {
  const words = 'my name is Ada Lovelace'
  const flow = await createFlow(db, tenantId, { name: 'Kept', document: templates.appointment })
  const added = await addScenario(db, tenantId, flow.id, { name: 'Ada', steps: [{ contact: words }] })
  const old = newId()
  const clear = { name: 'Before', steps: [{ contact: words }] }
  await admin.prisma.scenario.create({ data: { id: old, tenantId, flowId: flow.id, clear, position: 1 } })
  const stored = async () => JSON.stringify((await admin.prisma.scenario.findMany({ where: { flowId: flow.id } })).map(asText))
  expect(await stored()).toContain(words)
  const [first, second] = await listScenarios(db, tenantId, flow.id)
  expect([first?.document?.name, second?.document]).toEqual(['Ada', clear])
  expect(await stored()).not.toContain('Ada')
  expect((await listScenarios(db, tenantId, flow.id)).map(({ id, document }) => ({ id, name: document?.name }))).toEqual([
    { id: added?.id, name: 'Ada' },
    { id: old, name: 'Before' },
  ])
})

/** A row as somebody reads it who has the database and no key. */
const asText = ({ document, clear }: { document: Uint8Array | null; clear: unknown }) => [
  document && Buffer.from(document).toString(),
  clear,
]

import { templates } from '@parley/flow-runtime/templates'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestTenant, openTestDb } from '../test/open-test-db.ts'
import { changeCalendar, closeDb, createFlow, deleteFlow, getFirstRun, keepFirstRun, listServices, openingHours } from './index.ts'

const db = openTestDb()
let tenant: { tenantId: string; userId: string }
beforeAll(async () => {
  tenant = await createTestTenant(db)
})
afterAll(() => closeDb(db))

describe('the guided path', () => {
  test('is kept for each person, and forgets a flow that was deleted', async () => {
    const { tenantId, userId } = tenant
    expect(await getFirstRun(db, tenantId, userId)).toBeNull()
    const { id: flowId } = await createFlow(db, tenantId, { name: 'Front desk', document: templates.appointment })
    await keepFirstRun(db, tenantId, userId, { flowId })
    await keepFirstRun(db, tenantId, userId, { heardAt: new Date(0) })
    expect(await getFirstRun(db, tenantId, userId)).toMatchObject({ flowId, heardAt: new Date(0), adaptedAt: null })
    await deleteFlow(db, tenantId, flowId)
    expect(await getFirstRun(db, tenantId, userId)).toMatchObject({ flowId: null, heardAt: new Date(0) })
  })
})

test('a change of the calendar is taken back by what it returns', async () => {
  const { tenantId, userId } = tenant
  const before = { services: await listServices(db, tenantId), hours: await openingHours(db, tenantId) }
  const known = before.services[0]?.name ?? ''
  const openingHoursWanted = [{ weekday: 6, opens: '10:00', closes: '14:00' }]
  const change = {
    services: [
      { name: known, durationMin: 45 },
      { name: 'Fitting', durationMin: 20 },
    ],
    removed: [],
    openingHours: openingHoursWanted,
  }
  const back = await changeCalendar(db, tenantId, change, { userId })
  expect((await openingHours(db, tenantId)).spans).toEqual(openingHoursWanted)
  expect((await listServices(db, tenantId)).map(({ name }) => name)).toContain('Fitting')
  await changeCalendar(db, tenantId, back, { userId })
  expect(await openingHours(db, tenantId)).toEqual(before.hours)
  expect(await listServices(db, tenantId)).toEqual(before.services)
})

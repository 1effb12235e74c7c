import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDb, type Db, openDb } from './open-db.ts'
import { listProviderHealth, reportProvider } from './provider-health.ts'
import { createTenant } from './tenants.ts'

let db: Db
beforeAll(() => {
  db = openDb({ url: process.env.DATABASE_URL ?? '', encryptionKey: process.env.PARLEY_ENCRYPTION_KEY ?? '' })
})
afterAll(() => closeDb(db))

const tenant = async () =>
  (
    await createTenant(db, {
      name: 'Practice',
      timeZone: 'Europe/Paris',
      owner: { email: `${randomUUID()}@example.test`, name: 'Owner' },
      services: [],
      openingHours: [],
    })
  ).tenantId

test('failures of several processes add up, and other tenants see nothing of them', async () => {
  const [mine, other] = [await tenant(), await tenant()]
  const failed = { provider: 'synthesis paid', open: true, code: 'SYNTHESIS_UNAVAILABLE' }
  await reportProvider(db, mine, { ...failed, opened: true })
  await Promise.all([1, 2, 3].map(() => reportProvider(db, mine, { ...failed, opened: false, code: 'SYNTHESIS_TIMEOUT' })))
  const [resting] = await listProviderHealth(db, mine)
  expect(resting).toMatchObject({ open: true, failures: 4, openings: 1, code: 'SYNTHESIS_TIMEOUT' })
  await reportProvider(db, mine, { provider: 'synthesis paid', open: false, opened: false })
  expect(await listProviderHealth(db, mine)).toMatchObject([{ open: false, failures: 4, openings: 1, code: 'SYNTHESIS_TIMEOUT' }])
  expect(await listProviderHealth(db, other)).toEqual([])
})

import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestTenant, openTestDb } from '../test/open-test-db.ts'
import { inTenant, type Transaction, withoutTenant } from './in-tenant.ts'
import { closeDb, type Db } from './index.ts'

const db = openTestDb({ maxConnections: 2 })
afterAll(() => closeDb(db))

const seen = z.array(z.object({ role: z.string(), tenant: z.string(), visible: z.int() })).length(1)
async function look(tx: Transaction) {
  const rows = await tx.$queryRaw`
    SELECT current_user::text AS role, current_setting('app.tenant') AS tenant, (SELECT count(*)::int FROM "Tenant") AS visible`
  return seen.parse(rows)[0]
}

test('of many at once on few connections each has the rights and the rows of its own tenant, and none has those of the one before', async () => {
  const tenants = await Promise.all([1, 2, 3].map(() => createTestTenant(db)))
  const asked = Array.from({ length: 60 }, (_, at) => tenants[at % 4]?.tenantId ?? '')
  const looked = await Promise.all(asked.map((tenantId) => (tenantId === '' ? withoutTenant(db, look) : inTenant(db, tenantId, look))))
  expect(looked).toEqual(asked.map((tenant) => ({ role: 'parley_app', tenant, visible: tenant === '' ? 0 : 1 })))
})

test('a transaction without a tenant does not begin, nor one for something else', async () => {
  await expect(db.prisma.$transaction((tx) => look(tx))).rejects.toThrow('belongs to a tenant')
  await expect(inTenant(db, "x', true); DROP TABLE a; --", look)).rejects.toThrow('belongs to a tenant')
  expect(await withoutTenant(db satisfies Db, look)).toMatchObject({ tenant: '' })
})

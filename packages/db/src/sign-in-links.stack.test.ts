import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import { closeDb, consumeSignInLink, createSignInLink, getFlow, getMember, listServices, newId, seed, seedOwnerEmail } from './index.ts'

const db = openTestDb()
const admin = openAdminDb()
let owner: { tenantId: string; userId: string; email: string }

beforeAll(async () => {
  owner = await createTestTenant(db)
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const tokenFor = async (email: string, lifetimeMs?: number) => {
  const token = await createSignInLink(db, { email, lifetimeMs })
  if (!token) throw new Error('no link was made')
  return token
}

test('of twenty who use one link at once one signs in', async () => {
  const token = await tokenFor(owner.email.toUpperCase())
  const results = await Promise.all(Array.from({ length: 20 }, () => consumeSignInLink(db, token)))
  const { tenantId, userId, email } = owner
  expect(results.filter(Boolean)).toEqual([{ tenantId, userId, email, name: 'Test owner', role: 'owner' }])
  expect(await consumeSignInLink(db, token)).toBeNull()
  expect(await getMember(db, tenantId, userId)).toMatchObject({ email, role: 'owner' })
})

test('a link expires, and nobody else has one', async () => {
  const token = await tokenFor(owner.email, 50)
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(await consumeSignInLink(db, token)).toBeNull()
  expect(await consumeSignInLink(db, 'not-a-token')).toBeNull()
  expect(await consumeSignInLink(db, Buffer.alloc(32).toString('base64url'))).toBeNull()
  expect(await createSignInLink(db, { email: `${newId()}@example.test` })).toBeNull()
})

test('the token itself is nowhere in the database', async () => {
  const token = await tokenFor(owner.email)
  const rows = await admin.prisma.signInLink.findMany({ where: { tenantId: owner.tenantId } })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some((row) => Buffer.from(row.tokenHash).equals(Buffer.from(token, 'base64url')))).toBe(false)
})

test('seeding twice, also at once, leaves one tenant whose owner can sign in and whose flow is published', async () => {
  const [first, second] = await Promise.all([seed(db), seed(db)])
  expect(second).toEqual(first)
  expect(await seed(db)).toEqual(first)
  expect(await consumeSignInLink(db, await tokenFor(seedOwnerEmail))).toMatchObject({ tenantId: first.tenantId, role: 'owner' })
  expect((await getFlow(db, first.tenantId, first.flowId))?.publishedVersionId).toBeTruthy()
  const services = (await listServices(db, first.tenantId)).map((service) => service.name)
  expect(services).toEqual(['Check-up', 'Cleaning', 'Filling'])
})

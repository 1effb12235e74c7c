import { templates } from '@parley/flow-runtime/templates'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestCall } from '../test/create-test-call.ts'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import { inTenant, withoutTenant } from './in-tenant.ts'
import {
  appendJournal,
  bookAppointment,
  closeDb,
  finishCall,
  getCall,
  getFlow,
  keepFirstRun,
  listServices,
  newId,
  saveFlow,
  saveProvider,
  saveRecording,
} from './index.ts'
import { sqlState } from './sql-state.ts'

const db = openTestDb()
const admin = openAdminDb()
let a: { tenantId: string; userId: string }
let b: { tenantId: string; userId: string }
let call: { callId: string; flowId: string; flowVersionId: string }

beforeAll(async () => {
  a = await createTestTenant(db)
  b = await createTestTenant(db)
  call = await createTestCall(db, a.tenantId)
  await appendJournal(db, a.tenantId, call.callId, [{ seq: 1, at: 1, kind: 'timing', timing: { turn: 1 } }])
  const ended = await createTestCall(db, a.tenantId)
  const state = { at: 'ask', variables: {}, status: 'ended', turns: 1 } as const
  await appendJournal(db, a.tenantId, ended.callId, [{ seq: 1, at: 1, kind: 'step', state, effects: [], decisions: [] }])
  await finishCall(db, a.tenantId, ended.callId, { outcome: 'completed' })
  await saveRecording(db, a.tenantId, call.callId, { path: 'x.wav', startedAt: new Date(0), seconds: 1, peaks: { contact: [], agent: [] } })
  await saveProvider(db, a.tenantId, { kind: 'recognition', vendor: 'local', name: 'Ears', settings: {}, languages: [], enabled: true })
  await keepFirstRun(db, a.tenantId, a.userId, {})
  const [service] = await listServices(db, a.tenantId)
  const startsAt = new Date('2026-11-23T10:00:00Z')
  const booking = { serviceId: service?.id ?? '', startsAt, endsAt: new Date('2026-11-23T10:30:00Z'), contact: {}, idempotencyKey: newId() }
  expect((await bookAppointment(db, a.tenantId, booking)).ok).toBe(true)
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const tables = [
  'Tenant',
  'User',
  'Membership',
  'Flow',
  'FlowVersion',
  'Call',
  'CallEvent',
  'Turn',
  'NodeTraffic',
  'Recording',
  'Service',
  'OpeningHours',
  'Resource',
  'Appointment',
  'AuditEvent',
  'Provider',
  'FirstRun',
]

const count = (tenantId: string | null, table: string) => {
  const query = (tx: Parameters<Parameters<typeof inTenant>[2]>[0]) =>
    tx.$queryRawUnsafe<{ rows: number }[]>(
      table === 'Tenant'
        ? `SELECT count(*)::int AS rows FROM "Tenant" WHERE id = '${a.tenantId}'`
        : table === 'User'
          ? `SELECT count(*)::int AS rows FROM "User" WHERE id = '${a.userId}'`
          : `SELECT count(*)::int AS rows FROM "${table}" WHERE "tenantId" = '${a.tenantId}'`,
    )
  return (tenantId ? inTenant(db, tenantId, query) : withoutTenant(db, query)).then(([row]) => row?.rows)
}

describe.each(tables)('%s', (table) => {
  test('is seen by its tenant, not by another and not without one', async () => {
    expect(await count(a.tenantId, table)).toBeGreaterThan(0)
    expect(await count(b.tenantId, table)).toBe(0)
    expect(await count(null, table)).toBe(0)
  })
})

test('row-level security is forced on every table of the product', async () => {
  const rows = await admin.prisma.$queryRaw<{ relname: string }[]>`
    SELECT relname::text FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'
      AND NOT (relrowsecurity AND relforcerowsecurity)`
  expect(rows).toEqual([])
})

test("another tenant's row is not read, not changed and not pointed at", async () => {
  expect(await getFlow(db, b.tenantId, call.flowId)).toBeNull()
  expect(await getCall(db, b.tenantId, call.callId)).toBeNull()
  expect(await saveFlow(db, b.tenantId, call.flowId, { document: templates.appointment, revision: 1 })).toEqual({
    ok: false,
    code: 'FLOW_DELETED',
  })
  const service = { id: newId(), tenantId: a.tenantId, name: 'stolen', durationMin: 30 }
  const refused = await inTenant(db, b.tenantId, (tx) => tx.service.create({ data: service })).catch((error: unknown) => error)
  expect(sqlState(refused)).toBe('42501')
  const foreign = { id: newId(), tenantId: b.tenantId, flowId: call.flowId, flowVersionId: call.flowVersionId }
  const pointing = inTenant(db, b.tenantId, (tx) => tx.call.create({ data: { ...foreign, channel: 'browser', facts: new Uint8Array(1) } }))
  expect(sqlState(await pointing.catch((error: unknown) => error))).toBe('23503')
})

test('nothing is written without a tenant', async () => {
  const service = { id: newId(), tenantId: a.tenantId, name: 'nobody', durationMin: 30 }
  const refused = await withoutTenant(db, (tx) => tx.service.create({ data: service })).catch((error: unknown) => error)
  expect(sqlState(refused)).toBe('42501')
})

test('the links themselves are out of reach', async () => {
  const refused = await inTenant(db, a.tenantId, (tx) => tx.signInLink.findMany()).catch((error: unknown) => error)
  expect(sqlState(refused)).toBe('42501')
})

test('tenants do not mix on a shared pool, and no tenant stays behind on a connection', async () => {
  const names = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const own = index % 2 ? a : b
      return inTenant(db, own.tenantId, (tx) => tx.tenant.findMany({ select: { id: true } })).then((rows) => [own.tenantId, rows] as const)
    }),
  )
  for (const [tenantId, rows] of names) expect(rows).toEqual([{ id: tenantId }])
  const [left] = await db.prisma.$queryRaw<{ tenant: string; role: string }[]>`
    SELECT coalesce(current_setting('app.tenant', true), '') AS tenant, current_setting('role') AS role`
  expect(left).toEqual({ tenant: '', role: 'none' })
})

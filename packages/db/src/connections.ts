import { z } from 'zod'
import { audit } from './audit.ts'
import { DbError } from './db-error.ts'
import { type Connection, Prisma } from './generated/client.ts'
import { inTenant, type Transaction, withoutTenant } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

type By = { userId?: string }
/** `apiBase` replaces the carrier's own address; stored keys are never sent to another one than they were given for. */
export type ConnectionFields = {
  carrier: string
  name: string
  apiBase: string | null
  maxCalls: number
  callsPerSecond: number
  enabled: boolean
}
/** A connection with the keys of its account, as JSON; to be checked by whoever knows the carrier. */
export type StoredConnection = ConnectionFields & { id: string; credentials: unknown }
const connectionTest = z.object({ at: z.iso.datetime(), failed: z.object({ step: z.string(), code: z.string() }).nullable() })
/** What a test of a connection came to; `failed`: where it ended, null when all was well. */
export type ConnectionTest = z.output<typeof connectionTest>
/** A connection as the studio may see it. `lastTest`: of what is stored now; null when it was not tested since. */
export type ConnectionView = ConnectionFields & {
  id: string
  areCredentialsReadable: boolean
  numbers: number
  lastTest: ConnectionTest | null
  updatedAt: Date
}

/** `id` absent: a new one. `credentials` absent: the stored ones stay. */
export type ConnectionInput = ConnectionFields & { id?: string; credentials?: Readonly<Record<string, unknown>> }
export type SaveConnectionResult = { ok: true; id: string } | { ok: false; code: 'CONNECTION_NOT_FOUND' | 'CONNECTION_KEYS_NEEDED' }

/** Where the keys are bound to: the same row of the same tenant. */
const credentialsPlace = (tenantId: string, id: string) => [tenantId, 'Connection', id, 'credentials']

/**
 * Saves a connection; it keeps its carrier. A new one needs credentials, and so does one with another address: stored keys go nowhere else
 * (CONNECTION_KEYS_NEEDED).
 */
export function saveConnection(db: Db, tenantId: string, input: ConnectionInput, by: By = {}): Promise<SaveConnectionResult> {
  const { id = newId(), credentials, ...fields } = input
  const secret = credentials && { credentials: db.cipher.encrypt(JSON.stringify(credentials), credentialsPlace(tenantId, id)) }
  return inTenant(db, tenantId, async (tx) => {
    if (input.id) {
      const known = await tx.connection.findFirst({ where: { tenantId, id, carrier: fields.carrier }, select: { apiBase: true } })
      if (!known) return { ok: false, code: 'CONNECTION_NOT_FOUND' }
      if (!secret && known.apiBase !== fields.apiBase) return { ok: false, code: 'CONNECTION_KEYS_NEEDED' }
      await tx.connection.update({ where: { id }, data: { ...fields, ...secret, ...(secret ? { lastTest: Prisma.DbNull } : {}) } })
    } else {
      if (!secret) return { ok: false, code: 'CONNECTION_KEYS_NEEDED' }
      await tx.connection.create({ data: { ...fields, ...secret, id, tenantId } })
    }
    const detail = { carrier: fields.carrier, keysChanged: secret ? 1 : 0 }
    await audit(tx, tenantId, { userId: by.userId, action: input.id ? 'connection.changed' : 'connection.added', subject: id, detail })
    return { ok: true, id }
  })
}

/** Keeps what the test of a stored connection came to. */
export async function noteConnectionTest(db: Db, tenantId: string, id: string, test: ConnectionTest): Promise<void> {
  await inTenant(db, tenantId, (tx) => tx.connection.updateMany({ where: { tenantId, id }, data: { lastTest: asJsonColumn(test) } }))
}

/** Removes a connection with its keys and numbers. False when there was none. */
export function removeConnection(db: Db, tenantId: string, id: string, by: By = {}): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.connection.deleteMany({ where: { tenantId, id } })
    if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: 'connection.removed', subject: id })
    return count === 1
  })
}

/** All connections of the tenant by name, without their keys. */
export async function describeConnections(db: Db, tenantId: string): Promise<ConnectionView[]> {
  const include = { _count: { select: { numbers: true } } } as const
  const rows = await inTenant(db, tenantId, (tx) =>
    tx.connection.findMany({ where: { tenantId }, include, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
  )
  return rows.map((row) => ({
    ...fieldsOf(row),
    id: row.id,
    areCredentialsReadable: credentialsOf(db, row) !== undefined,
    numbers: row._count.numbers,
    lastTest: connectionTest.nullable().catch(null).parse(row.lastTest),
    updatedAt: row.updatedAt,
  }))
}

/** A connection with its keys, also one that is switched off; null when there is none or its keys cannot be read. */
export const findConnection = (db: Db, tenantId: string, id: string): Promise<StoredConnection | null> =>
  inTenant(db, tenantId, (tx) => connectionOf(db, tx, tenantId, id))

/** The same within a transaction. */
export async function connectionOf(db: Db, tx: Transaction, tenantId: string, id: string): Promise<StoredConnection | null> {
  const row = await tx.connection.findFirst({ where: { tenantId, id } })
  if (!row) return null
  const credentials = credentialsOf(db, row)
  return credentials === undefined ? null : { ...fieldsOf(row), id, credentials }
}

const tenants = new Map<string, string>()
const mostTenants = 10_000

/** Whose connection this is; undefined when there is none. A connection never changes its tenant, so that is asked once; one that was removed since is still told. */
export async function tenantOfConnection(db: Db, id: string): Promise<string | undefined> {
  const known = tenants.get(id)
  if (known !== undefined) return known
  if (!z.uuid().safeParse(id).success) return undefined
  const rows = await withoutTenant(db, (tx) => tx.$queryRaw<unknown[]>`SELECT connection_tenant(${id}::uuid) AS tenant`)
  const { tenant } = z.object({ tenant: z.uuid().nullable() }).parse(rows[0])
  if (tenant === null) return undefined
  if (tenants.size >= mostTenants) tenants.clear()
  tenants.set(id, tenant)
  return tenant
}

const fieldsOf = ({ carrier, name, apiBase, maxCalls, callsPerSecond, enabled }: Connection): ConnectionFields => ({
  carrier,
  name,
  apiBase,
  maxCalls,
  callsPerSecond,
  enabled,
})

function credentialsOf(db: Db, { id, tenantId, credentials }: Connection): unknown {
  try {
    return JSON.parse(db.cipher.decrypt(credentials, credentialsPlace(tenantId, id)))
  } catch (error) {
    if (error instanceof DbError) return undefined
    throw error
  }
}

import { DbError } from './db-error.ts'
import type { Provider } from './generated/client.ts'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'
import { type ProviderChoice, type ProviderFields, providerFields } from './provider-choice.ts'

/** A provider as the studio may see it: of the key only its end, null where there is none or it cannot be read. */
export type ProviderView = ProviderFields & { id: string; hasKey: boolean; isKeyReadable: boolean; keyTail: string | null; updatedAt: Date }

const tailLength = 4

/** Where a key is bound to: the same row of the same tenant. */
export const secretPlace = (tenantId: string, id: string) => [tenantId, 'Provider', id, 'secret']

/**
 * The tenant's providers that are switched on, in the order in which they are asked, with their keys. One whose key cannot be read (it was written
 * with another encryption key) is left out: its page says so.
 */
export async function listProviders(db: Db, tenantId: string): Promise<ProviderChoice[]> {
  const rows = await readRows(db, tenantId)
  return rows.flatMap((row) => (row.enabled ? (choiceOf(db, row) ?? []) : []))
}

/** All providers of the tenant in order, without their keys. */
export async function describeProviders(db: Db, tenantId: string): Promise<ProviderView[]> {
  const rows = await readRows(db, tenantId)
  return rows.map((row) => {
    const apiKey = keyOf(db, row)
    const keyTail = apiKey && apiKey.length > 2 * tailLength ? apiKey.slice(-tailLength) : null
    return { ...fieldsOf(row), id: row.id, hasKey: row.secret !== null, isKeyReadable: apiKey !== null, keyTail, updatedAt: row.updatedAt }
  })
}

/** One provider with its key, also one that is switched off; null when there is none or its key cannot be read. */
export async function findProvider(db: Db, tenantId: string, id: string): Promise<ProviderChoice | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.provider.findFirst({ where: { tenantId, id } }))
  return row && choiceOf(db, row)
}

const readRows = (db: Db, tenantId: string) =>
  inTenant(db, tenantId, (tx) =>
    tx.provider.findMany({ where: { tenantId }, orderBy: [{ kind: 'asc' }, { position: 'asc' }, { id: 'asc' }] }),
  )

const fieldsOf = ({ kind, vendor, name, settings, languages, enabled }: Provider): ProviderFields =>
  providerFields.parse({ kind, vendor, name, settings, languages, enabled })

function choiceOf(db: Db, row: Provider): ProviderChoice | null {
  const apiKey = keyOf(db, row)
  const { kind, vendor, settings, languages } = fieldsOf(row)
  return apiKey === null ? null : { id: row.id, kind, vendor, settings, languages, apiKey }
}

/** The key in clear, '' where none is needed, null when it cannot be read. */
function keyOf(db: Db, { id, tenantId, secret }: Provider): string | null {
  if (!secret) return ''
  try {
    return db.cipher.decrypt(secret, secretPlace(tenantId, id))
  } catch (error) {
    if (error instanceof DbError) return null
    throw error
  }
}

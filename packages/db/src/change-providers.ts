import { audit } from './audit.ts'
import { inTenant, type Transaction } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'
import { type ProviderFields, type ProviderKind, providerSettings } from './provider-choice.ts'
import { secretPlace } from './providers.ts'

type By = { userId?: string }

/** `id` absent: a new provider, asked last. `apiKey` absent: the stored one stays. */
export type ProviderInput = ProviderFields & { id?: string; apiKey?: string }
export type SaveProviderResult = { ok: true; id: string } | { ok: false; code: 'PROVIDER_NOT_FOUND' | 'PROVIDER_KEY_NEEDED' }

/**
 * Saves a provider. Every vendor but `local` needs a key, and a stored key is never sent to another vendor or address than the one it was
 * given for: whoever changes those gives the key anew (PROVIDER_KEY_NEEDED). A provider keeps its kind.
 */
export function saveProvider(db: Db, tenantId: string, input: ProviderInput, by: By = {}): Promise<SaveProviderResult> {
  const { id = newId(), apiKey, kind, settings, ...rest } = input
  const isLocal = input.vendor === 'local'
  const secret = apiKey && !isLocal ? { secret: db.cipher.encrypt(apiKey, secretPlace(tenantId, id)) } : {}
  return inTenant(db, tenantId, async (tx) => {
    const known = input.id ? await tx.provider.findFirst({ where: { tenantId, id, kind } }) : undefined
    if (known === null) return { ok: false, code: 'PROVIDER_NOT_FOUND' }
    const isSamePlace = known?.vendor === input.vendor && providerSettings.parse(known.settings).url === settings.url
    if (!isLocal && !apiKey && !(known?.secret && isSamePlace)) return { ok: false, code: 'PROVIDER_KEY_NEEDED' }

    const data = { ...rest, ...secret, ...(isLocal ? { secret: null } : {}), settings: asJsonColumn(settings) }
    if (known) await tx.provider.update({ where: { id }, data })
    else await tx.provider.create({ data: { ...data, id, tenantId, kind, position: await nextPosition(tx, tenantId, kind) } })
    const detail = { kind, vendor: input.vendor, keyChanged: 'secret' in secret ? 1 : 0 }
    await audit(tx, tenantId, { userId: by.userId, action: known ? 'provider.changed' : 'provider.added', subject: id, detail })
    return { ok: true, id }
  })
}

/** Removes a provider with its key. False when there was none. */
export function removeProvider(db: Db, tenantId: string, id: string, by: By = {}): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.provider.deleteMany({ where: { tenantId, id } })
    if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: 'provider.removed', subject: id })
    return count === 1
  })
}

/** Has a provider asked one place earlier or later among its kind. False at the end of the list and when there is none. */
export function moveProvider(db: Db, tenantId: string, id: string, direction: 'earlier' | 'later', by: By = {}): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const moved = await tx.provider.findFirst({ where: { tenantId, id }, select: { kind: true } })
    if (!moved) return false
    const ids = await lockedIds(tx, tenantId, moved.kind)
    const from = ids.indexOf(id)
    const to = direction === 'earlier' ? from - 1 : from + 1
    const other = ids[to]
    if (from < 0 || other === undefined) return false
    const order = ids.map((each) => (each === id ? other : each === other ? id : each))
    for (const [position, each] of order.entries()) await tx.provider.updateMany({ where: { tenantId, id: each }, data: { position } })
    await audit(tx, tenantId, { userId: by.userId, action: 'provider.moved', subject: id, detail: { position: to } })
    return true
  })
}

async function nextPosition(tx: Transaction, tenantId: string, kind: ProviderKind): Promise<number> {
  const last = await tx.provider.aggregate({ where: { tenantId, kind }, _max: { position: true } })
  return (last._max.position ?? -1) + 1
}

/** The ids of a kind in order; others who move among them wait until this transaction ends. */
async function lockedIds(tx: Transaction, tenantId: string, kind: ProviderKind): Promise<string[]> {
  await tx.$queryRaw`SELECT id FROM "Provider" WHERE "tenantId" = ${tenantId}::uuid AND kind = ${kind}::"ProviderKind" ORDER BY id FOR UPDATE`
  const rows = await tx.provider.findMany({
    where: { tenantId, kind },
    select: { id: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => row.id)
}

import { type Carrier, type CarrierDeps, type CarrierType, carrierTypeOf } from '@parley/carriers'
import { type Db, findConnection, type StoredConnection, tenantOfConnection } from '@parley/db'
import { addressGuard } from '../providers/supply.ts'

/** A connection that can be used, and whose it is. */
export type OpenConnection = { tenantId: string; connection: StoredConnection; type: CarrierType; carrier: Carrier }

/** How carriers are reached from this process. */
export const carrierDeps = (): CarrierDeps => ({ fetch: addressGuard().fetch, now: Date.now })

/** Carriers tell of a call several times in a second. What is changed here counts at once (`forgetConnections`), in another process within this time. */
const rememberedMs = 1_000
const mostRemembered = 1_000
const remembered = new Map<string, { until: number; open: ReturnType<typeof openConnection> }>()

/** As `openConnection`, for what carriers ask and tell. */
export function rememberedConnection(db: Db, id: string): ReturnType<typeof openConnection> {
  const known = remembered.get(id)
  if (known && known.until > Date.now()) return known.open
  if (remembered.size >= mostRemembered) remembered.clear()
  const open = openConnection(db, id)
  remembered.set(id, { until: Date.now() + rememberedMs, open })
  open.catch(() => remembered.delete(id))
  return open
}

/** After one was changed or removed. */
export const forgetConnections = (): void => remembered.clear()

/** The connection a carrier speaks of; undefined when there is none, or its keys cannot be read. */
export async function openConnection(db: Db, id: string): Promise<OpenConnection | undefined> {
  const tenantId = await tenantOfConnection(db, id)
  const connection = tenantId === undefined ? null : await findConnection(db, tenantId, id)
  const type = connection ? carrierTypeOf(connection.carrier) : undefined
  if (tenantId === undefined || !connection || !type?.credentials.safeParse(connection.credentials).success) return undefined
  const { credentials, apiBase } = connection
  return { tenantId, connection, type, carrier: type.open({ credentials, apiBase: apiBase ?? undefined }, carrierDeps()) }
}

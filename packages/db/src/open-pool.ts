import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** Whose transaction is begun: empty before a tenant is known. */
const transactionOf = new AsyncLocalStorage<string>()
const tenant = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/i

/** Begins what `work` begins for this tenant. */
export const beginFor = <T>(tenantId: string, work: () => Promise<T>): Promise<T> => transactionOf.run(tenantId, work)

/**
 * Connections whose transactions begin with the role without rights of its own and with their tenant, in one message: asked for one after the other they would
 * take another way to the database each time. None begins without.
 */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 10_000 })
  pool.on('connect', (client) => {
    const query: unknown = client.query
    if (typeof query !== 'function') throw new TypeError('A connection takes no query.')
    const asked = (...args: unknown[]): unknown => Reflect.apply(query, client, isBegin(args[0]) ? [beginning()] : args)
    Object.defineProperty(client, 'query', { value: asked })
  })
  return pool
}

const isBegin = (asked: unknown): boolean => typeof asked === 'object' && asked !== null && 'text' in asked && asked.text === 'BEGIN'

function beginning(): string {
  const tenantId = transactionOf.getStore()
  if (tenantId === undefined || !tenant.test(tenantId))
    throw new Error('A transaction belongs to a tenant, or says that it belongs to none.')
  return `BEGIN; SELECT set_config('role', 'parley_app', true), set_config('app.tenant', '${tenantId}', true)`
}

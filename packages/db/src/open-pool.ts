import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

const tenant = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/i

/** `beginFor`: begins what `work` begins for this tenant, empty before one is known. */
export type Pool = { pool: pg.Pool; beginFor: <T>(tenantId: string, work: () => Promise<T>) => Promise<T> }

/**
 * Connections whose transactions begin with the role without rights of its own and with their tenant, in one message: asked for one after the other they would
 * take another way to the database each time. None begins without.
 */
export function openPool(connectionString: string, max: number): Pool {
  // Of this pool, not of this module: a bundler may make several of it in one process, which share the pool.
  const transactionOf = new AsyncLocalStorage<string>()
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 10_000 })
  pool.on('connect', (client) => {
    const query: unknown = client.query
    if (typeof query !== 'function') throw new TypeError('A connection takes no query.')
    const asked = (...args: unknown[]): unknown =>
      Reflect.apply(query, client, isBegin(args[0]) ? [beginning(transactionOf.getStore())] : args)
    Object.defineProperty(client, 'query', { value: asked })
  })
  return { pool, beginFor: (tenantId, work) => transactionOf.run(tenantId, work) }
}

const isBegin = (asked: unknown): boolean => typeof asked === 'object' && asked !== null && 'text' in asked && asked.text === 'BEGIN'

function beginning(tenantId: string | undefined): string {
  if (tenantId === undefined || !tenant.test(tenantId))
    throw new Error('A transaction belongs to a tenant, or says that it belongs to none.')
  return `BEGIN; SELECT set_config('role', 'parley_app', true), set_config('app.tenant', '${tenantId}', true)`
}

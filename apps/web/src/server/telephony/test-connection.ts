import { carrierTypeOf } from '@parley/carriers'
import { type Db, findConnection, noteConnectionTest } from '@parley/db'
import { logger } from '../../logger.ts'
import { AppError } from '../app-error.ts'
import { ownerProcedure } from '../trpc.ts'
import { type ConnectionFormInput, connectionInput } from './connection-input.ts'
import { credentialsFor } from './credentials-for.ts'
import { carrierDeps } from './open-connection.ts'

/** Tries a connection as it stands in the form, saved or not, step by step; the first step that fails has a code. Nobody is called. */
export const testConnection = ownerProcedure.input(connectionInput).mutation(async ({ ctx: { db, tenantId }, input }) => {
  const type = carrierTypeOf(input.carrier)
  if (!type) throw new AppError('CONNECTION_NOT_FOUND', 'NOT_FOUND')
  const checked = await credentialsFor(db, tenantId, type, input)
  if (!checked.ok) return checked
  const begunAt = performance.now()
  const steps = await type.open({ credentials: checked.credentials, apiBase: input.apiBase }, carrierDeps()).test()
  const tookMs = Math.round(performance.now() - begunAt)
  const failed = steps.find(({ state }) => state === 'failed')
  if (failed) logger().info({ code: 'CARRIER_TEST_FAILED', carrier: input.carrier, step: failed.step, reason: failed.code })
  const storedId = await idWhenStored(db, tenantId, input)
  if (storedId !== undefined) {
    const told = failed ? { step: failed.step, code: failed.code ?? 'CARRIER_FAILED' } : null
    await noteConnectionTest(db, tenantId, storedId, { at: new Date().toISOString(), failed: told })
  }
  return { ok: true as const, steps, tookMs }
})

/** The connection that was tried, when it is tried as it is stored. */
async function idWhenStored(db: Db, tenantId: string, { id, keys, apiBase }: ConnectionFormInput): Promise<string | undefined> {
  if (id === undefined || Object.keys(keys).length > 0) return undefined
  return (await findConnection(db, tenantId, id))?.apiBase === (apiBase ?? null) ? id : undefined
}

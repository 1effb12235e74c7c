import { carrierTypeOf } from '@parley/carriers'
import { saveConnection as store } from '@parley/db'
import { AppError } from '../app-error.ts'
import { addressGuard } from '../providers/supply.ts'
import { ownerProcedure } from '../trpc.ts'
import { connectionInput } from './connection-input.ts'
import { credentialsFor } from './credentials-for.ts'
import { forgetConnections } from './open-connection.ts'

/** Adds or changes a connection. `wrong`: the fields that are not of the carrier's shape; then nothing was changed. */
export const saveConnection = ownerProcedure.input(connectionInput).mutation(async ({ ctx: { db, tenantId, userId }, input }) => {
  const { keys, apiBase, ...fields } = input
  const type = carrierTypeOf(fields.carrier)
  if (!type) throw new AppError('CONNECTION_NOT_FOUND', 'NOT_FOUND')
  const refusal = apiBase === undefined ? undefined : await addressGuard().refusal(apiBase)
  // A name that nobody knows at this moment may be known later; what it stands for is checked again before every request.
  if (refusal !== undefined && refusal !== 'UNKNOWN_HOST') throw new AppError('CONNECTION_ADDRESS_REFUSED', 'BAD_REQUEST')
  const checked = await credentialsFor(db, tenantId, type, input)
  if (!checked.ok) return checked
  const credentials = Object.keys(keys).length > 0 ? checked.credentials : undefined
  const saved = await store(db, tenantId, { ...fields, apiBase: apiBase ?? null, credentials }, { userId })
  forgetConnections()
  if (saved.ok) return saved
  throw new AppError(saved.code, saved.code === 'CONNECTION_NOT_FOUND' ? 'NOT_FOUND' : 'BAD_REQUEST')
})

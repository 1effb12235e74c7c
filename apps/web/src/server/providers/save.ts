import { saveProvider } from '@parley/db'
import { AppError } from '../app-error.ts'
import { ownerProcedure } from '../trpc.ts'
import { providerInput } from './provider-input.ts'
import { addressGuard } from './supply.ts'

/** Adds or changes a provider. */
export const save = ownerProcedure.input(providerInput).mutation(async ({ ctx, input }) => {
  const { url } = input.settings
  const refusal = url === undefined ? undefined : await addressGuard().refusal(url)
  // A name that nobody knows at this moment may be known later; what it stands for is checked again before every call.
  if (refusal !== undefined && refusal !== 'UNKNOWN_HOST') throw new AppError('PROVIDER_ADDRESS_REFUSED', 'BAD_REQUEST')
  const saved = await saveProvider(ctx.db, ctx.tenantId, input, { userId: ctx.userId })
  if (saved.ok) return { id: saved.id }
  throw new AppError(saved.code, saved.code === 'PROVIDER_NOT_FOUND' ? 'NOT_FOUND' : 'BAD_REQUEST')
})

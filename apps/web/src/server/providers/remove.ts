import { removeProvider } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { ownerProcedure } from '../trpc.ts'

/** Removes a provider with its key. */
export const remove = ownerProcedure.input(z.object({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
  const removed = await removeProvider(ctx.db, ctx.tenantId, input.id, { userId: ctx.userId })
  if (!removed) throw new AppError('PROVIDER_NOT_FOUND', 'NOT_FOUND')
})

import { removeNumber as remove } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { ownerProcedure } from '../trpc.ts'

/** Removes a number from Parley; it stays at the carrier. */
export const removeNumber = ownerProcedure.input(z.object({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
  const removed = await remove(ctx.db, ctx.tenantId, input.id, { userId: ctx.userId })
  if (!removed) throw new AppError('NUMBER_NOT_FOUND', 'NOT_FOUND')
})

import { removeConnection as remove } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { ownerProcedure } from '../trpc.ts'
import { forgetConnections } from './open-connection.ts'

/** Removes a connection with its keys and numbers; finished calls stay. */
export const removeConnection = ownerProcedure.input(z.object({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
  const removed = await remove(ctx.db, ctx.tenantId, input.id, { userId: ctx.userId })
  forgetConnections()
  if (!removed) throw new AppError('CONNECTION_NOT_FOUND', 'NOT_FOUND')
})

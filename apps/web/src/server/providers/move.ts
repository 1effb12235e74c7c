import { moveProvider } from '@parley/db'
import { z } from 'zod'
import { ownerProcedure } from '../trpc.ts'

const input = z.object({ id: z.uuid(), direction: z.enum(['earlier', 'later']) })

/** Has a provider asked one place earlier or later; at the end of the list nothing happens. */
export const move = ownerProcedure
  .input(input)
  .mutation(({ ctx, input }) => moveProvider(ctx.db, ctx.tenantId, input.id, input.direction, { userId: ctx.userId }))

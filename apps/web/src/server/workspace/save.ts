import { changeTenant } from '@parley/db'
import { z } from 'zod'
import { isTimeZone } from '../../lib/is-time-zone.ts'
import { ownerProcedure } from '../trpc.ts'

const input = z.object({
  name: z.string().trim().min(1).max(80),
  timeZone: z.string().refine(isTimeZone),
  flowLanguage: z.enum(['en', 'fr']),
})

/** Changes the workspace; only owners may. */
export const save = ownerProcedure
  .input(input)
  .mutation(({ ctx, input }) => changeTenant(ctx.db, ctx.tenantId, input, { userId: ctx.userId }))

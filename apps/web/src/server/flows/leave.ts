import { leaveFlow } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

/** A page that had a flow open is closed. */
export const leave = procedure
  .input(z.object({ flowId: z.uuid(), visitorId: z.uuid() }))
  .mutation(({ ctx, input }) => leaveFlow(ctx.db, ctx.tenantId, input.flowId, input.visitorId))

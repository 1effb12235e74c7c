import { listScenarios } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

/** The scenarios of a flow, in their order. */
export const list = procedure
  .input(z.object({ flowId: z.uuid() }))
  .query(({ ctx, input }) => listScenarios(ctx.db, ctx.tenantId, input.flowId))

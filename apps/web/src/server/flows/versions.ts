import { listVersions } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

/** Published versions, newest first. */
export const versions = procedure
  .input(z.object({ flowId: z.uuid() }))
  .query(({ ctx, input }) => listVersions(ctx.db, ctx.tenantId, input.flowId))

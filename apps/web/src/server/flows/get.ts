import { getFlow, getFlowVersion, listVersions } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'

/** A flow's draft and the version calls use now. */
export const get = procedure.input(z.object({ flowId: z.uuid() })).query(async ({ ctx, input }) => {
  const flow = await getFlow(ctx.db, ctx.tenantId, input.flowId)
  if (!flow) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
  const [published, versions] = await Promise.all([
    flow.publishedVersionId ? getFlowVersion(ctx.db, ctx.tenantId, flow.publishedVersionId) : null,
    listVersions(ctx.db, ctx.tenantId, flow.id),
  ])
  return { ...flow, published, nextNumber: (versions[0]?.number ?? 0) + 1 }
})

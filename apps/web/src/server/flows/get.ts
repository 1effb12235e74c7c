import { getFlow, getPublishedVersion, listVersions } from '@parley/db'
import { z } from 'zod'
import { preferences } from '../../i18n/server-locale.ts'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'

/** A flow's draft, or why it cannot be read, and the version calls use now (null where that cannot be read), and whether the asker may change it. */
export const get = procedure.input(z.object({ flowId: z.uuid() })).query(async ({ ctx, input }) => {
  const { locale } = await preferences()
  const flow = await getFlow(ctx.db, ctx.tenantId, input.flowId, locale)
  if (!flow) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
  const [version, versions] = await Promise.all([
    flow.publishedVersionId ? getPublishedVersion(ctx.db, ctx.tenantId, flow.publishedVersionId) : null,
    listVersions(ctx.db, ctx.tenantId, flow.id),
  ])
  const published = version?.document ? version : null
  return { ...flow, published, nextNumber: (versions[0]?.number ?? 0) + 1, canEdit: ctx.role !== 'viewer' }
})

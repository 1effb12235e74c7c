import { getFlowVersion } from '@parley/db'
import { speechWorkflowId } from '@parley/temporal/contract'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { withTemporal } from '../temporal-client.ts'
import { procedure } from '../trpc.ts'

/**
 * Whether all that is known of a published version's speech is made: `ready`, `making`, or `unknown` where Temporal cannot tell (a failed run, an
 * old version, no connection).
 */
export const speech = procedure.input(z.object({ versionId: z.uuid() })).query(async ({ ctx, input }) => {
  const version = await getFlowVersion(ctx.db, ctx.tenantId, input.versionId)
  if (!version) throw new AppError('VERSION_NOT_FOUND', 'NOT_FOUND')
  const status = await withTemporal((client) => client.workflow.getHandle(speechWorkflowId(input.versionId)).describe()).then(
    (found) => found.status.name,
    () => undefined,
  )
  if (status === 'COMPLETED') return 'ready' as const
  return status === 'RUNNING' ? ('making' as const) : ('unknown' as const)
})

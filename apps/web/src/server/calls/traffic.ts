import { nodeTraffic } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

const dayMs = 86_400_000
const input = z.object({
  flowId: z.uuid(),
  /** Absent: all versions together. */
  versionId: z.uuid().optional(),
  days: z.union([z.literal(1), z.literal(7), z.literal(30)]),
})

/** How many of the calls that ended in the last days came to each node, left it by each outcome, and ended there. */
export const traffic = procedure.input(input).query(({ ctx, input: { flowId, versionId, days } }) => {
  const since = new Date(Date.now() - days * dayMs)
  return nodeTraffic(ctx.db, ctx.tenantId, { flowId, versionId, since })
})

import { listVersions } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

const dayMs = 86_400_000
const input = z.object({ flowId: z.uuid(), callsOfDays: z.number().int().min(1).max(3_650).optional() })

/** Published versions, newest first, with who published them and the calls each had: in the last days, or ever. */
export const versions = procedure.input(input).query(({ ctx, input }) => {
  const callsSince = input.callsOfDays === undefined ? undefined : new Date(Date.now() - input.callsOfDays * dayMs)
  return listVersions(ctx.db, ctx.tenantId, input.flowId, { callsSince })
})

import { newId, visitFlow } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'

const input = z.object({ flowId: z.uuid(), visitorId: z.uuid().optional(), nodeId: z.string().max(200).optional() })

/** Said every second by a page that has a flow open: who else has, what they have selected, and the draft's revision with who saved it. */
export const visit = procedure.input(input).mutation(async ({ ctx, input: { flowId, visitorId = newId(), nodeId } }) => {
  const visited = await visitFlow(ctx.db, ctx.tenantId, flowId, { visitorId, userId: ctx.userId, nodeId })
  if (!visited) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
  return { ...visited, visitorId, userId: ctx.userId }
})

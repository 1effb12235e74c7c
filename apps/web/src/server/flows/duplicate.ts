import { createFlow, getFlow } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'

const longestName = 80
const input = z.object({ flowId: z.uuid(), name: z.string().trim().min(1).max(longestName) })

/** A new flow with the same draft under another name; nothing of it is published. */
export const duplicate = editorProcedure.input(input).mutation(async ({ ctx, input: { flowId, name } }) => {
  const flow = await getFlow(ctx.db, ctx.tenantId, flowId)
  if (!flow) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
  if (!flow.document) throw new AppError('FLOW_UNREADABLE')
  const { id } = await createFlow(ctx.db, ctx.tenantId, { name, document: flow.document })
  return { flowId: id }
})

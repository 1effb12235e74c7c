import { deleteFlow } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'

/** Hides a flow; its versions and calls stay. */
export const deleteProcedure = editorProcedure.input(z.object({ flowId: z.uuid() })).mutation(async ({ ctx, input }) => {
  const deleted = await deleteFlow(ctx.db, ctx.tenantId, input.flowId, { userId: ctx.userId })
  if (!deleted) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
})

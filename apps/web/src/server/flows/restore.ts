import { restoreFlow } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'

/** Brings a deleted flow back as it was. */
export const restore = editorProcedure.input(z.object({ flowId: z.uuid() })).mutation(async ({ ctx, input }) => {
  if (!(await restoreFlow(ctx.db, ctx.tenantId, input.flowId, { userId: ctx.userId }))) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
})

import { addScenario } from '@parley/db'
import { scenario } from '@parley/flow-runtime/scenarios'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'

/** Adds a scenario at the end of a flow's list. */
export const create = editorProcedure.input(z.object({ flowId: z.uuid(), document: scenario })).mutation(async ({ ctx, input }) => {
  const added = await addScenario(ctx.db, ctx.tenantId, input.flowId, input.document)
  if (!added) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
  return added
})

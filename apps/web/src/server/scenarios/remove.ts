import { removeScenario } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'

/** Removes a scenario; whoever asked still has it and can add it again. */
export const remove = editorProcedure.input(z.object({ scenarioId: z.uuid() })).mutation(async ({ ctx, input }) => {
  if (!(await removeScenario(ctx.db, ctx.tenantId, input.scenarioId))) throw new AppError('SCENARIO_NOT_FOUND', 'NOT_FOUND')
})

import { saveScenario } from '@parley/db'
import { scenario } from '@parley/flow-runtime/scenarios'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'

const input = z.object({ scenarioId: z.uuid(), revision: z.number().int(), document: scenario })

/** Saves a scenario over the revision it was opened with; a newer one is returned instead of overwritten. */
export const save = editorProcedure.input(input).mutation(async ({ ctx, input: { scenarioId, ...change } }) => {
  const saved = await saveScenario(ctx.db, ctx.tenantId, scenarioId, change)
  if (!saved.ok && saved.code === 'SCENARIO_NOT_FOUND') throw new AppError('SCENARIO_NOT_FOUND', 'NOT_FOUND')
  return saved
})

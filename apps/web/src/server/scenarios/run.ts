import { setImmediate } from 'node:timers/promises'
import { listScenarios } from '@parley/db'
import { type Flow, type JournalEntry, readFlow } from '@parley/flow-runtime'
import { coverageOf, runScenario } from '@parley/flow-runtime/scenarios'
import { z } from 'zod'
import { preferences } from '../../i18n/server-locale.ts'
import { AppError } from '../app-error.ts'
import { localEngine } from '../local-engine.ts'
import { procedure } from '../trpc.ts'

const input = z.object({
  flowId: z.uuid(),
  /** The draft as it stands on the canvas, saved or not. */
  document: z.custom<Flow>().transform((document): unknown => document),
  /** All of the flow's when absent. */
  scenarioIds: z.array(z.uuid()).optional(),
})

/** Plays the flow's stored scenarios through a draft: which pass, why others fail and where, and what of the draft they went through. */
export const run = procedure.input(input).mutation(async ({ ctx, input: { flowId, document, scenarioIds } }) => {
  const { locale } = await preferences()
  const read = readFlow(document)
  if (!read.ok) throw new AppError('FLOW_INVALID', 'BAD_REQUEST')
  const stored = await listScenarios(ctx.db, ctx.tenantId, flowId)
  const journals: (readonly JournalEntry[])[] = []
  const results = []
  for (const { id, document: scenario } of stored) {
    if (!scenario || (scenarioIds && !scenarioIds.includes(id))) continue
    const result = await runScenario(read.flow, scenario, { understand: (request) => localEngine().understand(request), locale })
    const { name, passed, reason, at, outcome, journal, path } = result
    journals.push(journal)
    results.push({ id, name, passed, reason, at, outcome, nodeId: path.at(-1) })
    await setImmediate() // others get their answers between two scenarios
  }
  return { results, coverage: coverageOf(read.flow, journals) }
})

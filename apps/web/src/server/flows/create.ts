import { createFlow, getTenant } from '@parley/db'
import { flow as flowSchema } from '@parley/flow-runtime'
import { templateScenarios } from '@parley/flow-runtime/template-scenarios'
import { templates } from '@parley/flow-runtime/templates'
import { z } from 'zod'
import { editorProcedure } from '../trpc.ts'

const input = z.object({ name: z.string().trim().min(1).max(80), template: z.string().optional() })

/** A new flow from a template, or an empty one. */
export const create = editorProcedure.input(input).mutation(async ({ ctx, input }) => {
  const from = Object.entries(templates).find(([id]) => id === input.template)?.[1]
  const document =
    from ??
    flowSchema.parse({
      schemaVersion: 1,
      name: input.name,
      languages: [(await getTenant(ctx.db, ctx.tenantId))?.flowLanguage === 'fr' ? 'fr' : 'en'],
    })
  const scenarios = Object.entries(templateScenarios).find(([id]) => id === input.template)?.[1]
  const { id } = await createFlow(ctx.db, ctx.tenantId, { name: input.name, document, scenarios })
  return { flowId: id }
})

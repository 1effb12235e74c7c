import { saveFlow } from '@parley/db'
import { flow as flowSchema } from '@parley/flow-runtime'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'

const input = z.object({ flowId: z.uuid(), revision: z.number().int(), document: flowSchema })

/** Saves the draft over the revision it was made from; a newer one on the server is returned instead of overwritten. */
export const save = procedure.input(input).mutation(async ({ ctx, input }) => {
  const saved = await saveFlow(ctx.db, ctx.tenantId, input.flowId, { document: input.document, revision: input.revision })
  if (!saved.ok && saved.code === 'FLOW_DELETED') throw new AppError('FLOW_DELETED', 'NOT_FOUND')
  return saved
})

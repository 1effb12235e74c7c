import { saveFlow } from '@parley/db'
import { type Flow, readFlow } from '@parley/flow-runtime'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'

const input = z.object({
  flowId: z.uuid(),
  revision: z.number().int(),
  document: z.custom<Flow>().transform((document): unknown => document),
})

/**
 * Saves the draft, with fields and nodes that this release does not know, over the revision it was made from; a newer one on the server is
 * returned with who saved it, to be merged, instead of overwritten.
 */
export const save = editorProcedure.input(input).mutation(async ({ ctx, input }) => {
  const read = readFlow(input.document, { unknownNodes: 'kept' })
  if (!read.ok) throw new AppError('FLOW_INVALID', 'BAD_REQUEST')
  const saved = await saveFlow(
    ctx.db,
    ctx.tenantId,
    input.flowId,
    { document: read.flow, revision: input.revision },
    { userId: ctx.userId },
  )
  if (saved.ok) return saved
  if (saved.code === 'FLOW_DELETED') throw new AppError('FLOW_DELETED', 'NOT_FOUND')
  const { document, revision } = saved.flow
  if (!document) throw new AppError('FLOW_UNREADABLE')
  return { ok: false as const, theirs: { document, revision, by: saved.by } }
})

import { type Flow, language } from '@parley/flow-runtime'
import { z } from 'zod'
import { editorProcedure } from '../trpc.ts'
import { beginCall } from './begin-call.ts'
import { draftToCall } from './draft-to-call.ts'
import { publishedToCall } from './published-to-call.ts'

const startInput = z.object({
  flowId: z.uuid(),
  channel: z.enum(['browser', 'phone']).default('browser'),
  /** The call begins in it where the flow speaks it. */
  language: language.optional(),
  /** The draft as it stands on the canvas, saved or not, to be tried; what is published when absent. */
  draft: z
    .custom<Flow>()
    .transform((document): unknown => document)
    .optional(),
})

/**
 * Starts a call on the flow's published version, or on a draft; the row exists also when starting fails. A call by telephone waits for its carrier's
 * socket (`connectLine`).
 */
export const start = editorProcedure.input(startInput).mutation(async ({ ctx: { db, tenantId, userId }, input: { draft, ...input } }) => {
  const { flowId } = input
  const version = await (draft === undefined ? publishedToCall(db, tenantId, flowId) : draftToCall(db, tenantId, flowId, draft, { userId }))
  return beginCall(db, tenantId, version, input)
})

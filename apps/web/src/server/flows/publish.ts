import { publishFlow } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'
import { startSpeech } from './start-speech.ts'

const input = z.object({ flowId: z.uuid(), message: z.string().trim().max(2_000).default('') })

/** Makes the saved draft the version new calls use; refused with the problems while there are errors. */
export const publish = editorProcedure.input(input).mutation(async ({ ctx, input }) => {
  const published = await publishFlow(ctx.db, ctx.tenantId, input.flowId, { userId: ctx.userId, message: input.message })
  if (published.ok) startSpeech({ tenantId: ctx.tenantId, flowVersionId: published.version.id })
  if (published.ok || published.code === 'FLOW_HAS_PROBLEMS') return published
  if (published.code === 'FLOW_DELETED') throw new AppError('FLOW_DELETED', 'NOT_FOUND')
  throw new AppError('FLOW_UNREADABLE')
})

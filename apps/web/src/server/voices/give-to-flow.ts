import { getFlow, saveFlow } from '@parley/db'
import { language } from '@parley/flow-runtime'
import { withVoice } from '@parley/flow-runtime/flow-voice'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'
import { sourceId } from './source-id.ts'

const input = z.object({ flowId: z.uuid(), source: sourceId, voiceId: z.string().min(1).max(200), language: language.optional() })

/** Gives the draft of a flow a voice for one of its languages, or for all. */
export const giveToFlow = editorProcedure.input(input).mutation(async ({ ctx, input }) => {
  const flow = await getFlow(ctx.db, ctx.tenantId, input.flowId)
  if (!flow) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
  if (!flow.document) throw new AppError('FLOW_UNREADABLE')
  const { document, revision } = flow
  const { languages, settings } = document
  const chosen = { id: input.voiceId, provider: input.source }
  const voice = languages
    .filter((one) => input.language === undefined || one === input.language)
    .reduce((before, one) => withVoice({ voice: before }, languages, one, chosen), settings.voice)
  const saved = await saveFlow(
    ctx.db,
    ctx.tenantId,
    flow.id,
    {
      document: { ...document, settings: { ...settings, voice } },
      revision,
    },
    { userId: ctx.userId },
  )
  if (!saved.ok) throw new AppError(saved.code === 'FLOW_DELETED' ? 'FLOW_DELETED' : 'FLOW_CHANGED_ELSEWHERE', 'CONFLICT')
  return { name: flow.name }
})

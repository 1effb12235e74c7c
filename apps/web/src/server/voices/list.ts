import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { supply } from '../providers/supply.ts'
import { SupplyError } from '../providers/voice-supply.ts'
import { procedure } from '../trpc.ts'
import { sourceId } from './source-id.ts'
import { choiceOfSource } from './voice-sources.ts'

const input = z.object({ source: sourceId, search: z.string().trim().max(100).optional() })

/** The voices of one source, or why there are none. */
export const list = procedure.input(input).query(async ({ ctx, input }) => {
  const choice = await choiceOfSource(ctx.db, ctx.tenantId, input.source)
  if (!choice) throw new AppError('PROVIDER_NOT_FOUND', 'NOT_FOUND')
  try {
    return { ok: true as const, voices: await supply().listVoices(choice, { search: input.search }) }
  } catch (error) {
    if (error instanceof SupplyError) return { ok: false as const, code: error.code }
    throw error
  }
})

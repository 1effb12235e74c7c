import { keepFirstRun } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

const columns = { heard: 'heardAt', adapted: 'adaptedAt', published: 'publishedAt', left: 'leftAt' } as const
const input = z.object({ step: z.enum(['heard', 'adapted', 'published', 'left']), done: z.boolean().default(true) })

/** Remembers that a step of the guided path is done (or not yet, after all), or that the path was put away. */
export const note = procedure.input(input).mutation(async ({ ctx, input: { step, done } }) => {
  await keepFirstRun(ctx.db, ctx.tenantId, ctx.userId, { [columns[step]]: done ? new Date() : null })
})

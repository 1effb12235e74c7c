import { numberRouting, saveNumber as store } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { ownerProcedure } from '../trpc.ts'

const input = z.object({
  id: z.uuid().optional(),
  connectionId: z.uuid(),
  /** E.164. */
  number: z.string().regex(/^\+[1-9]\d{6,14}$/),
  name: z.string().trim().max(80),
  flowId: z.uuid().nullable(),
  routing: numberRouting,
})

/** Adds a number, or changes where those who call it are led. */
export const saveNumber = ownerProcedure.input(input).mutation(async ({ ctx, input }) => {
  const saved = await store(ctx.db, ctx.tenantId, input, { userId: ctx.userId })
  if (saved.ok) return { id: saved.id }
  throw new AppError(saved.code, saved.code === 'NUMBER_TAKEN' ? 'CONFLICT' : 'NOT_FOUND')
})

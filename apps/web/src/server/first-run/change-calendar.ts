import { changeCalendar as change } from '@parley/db'
import { z } from 'zod'
import { editorProcedure } from '../trpc.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const span = z
  .object({ weekday: z.number().int().min(1).max(7), opens: clock, closes: clock })
  .refine(({ opens, closes }) => opens < closes)
const name = z.string().trim().min(1).max(80)
const service = z.object({ name, durationMin: z.number().int().min(5).max(720) })
const input = z.object({ services: z.array(service).max(40), removed: z.array(name).max(40), openingHours: z.array(span).max(50) })

/** Changes what can be booked and when, so that calls keep what the flow promises; answers with what takes it back. */
export const changeCalendar = editorProcedure
  .input(input)
  .mutation(({ ctx, input }) => change(ctx.db, ctx.tenantId, input, { userId: ctx.userId }))

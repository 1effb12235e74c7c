import { listCalls } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

const pageSize = 50
const input = z.object({ cursor: z.date().optional() })

/** Calls, newest first, a page at a time. */
export const list = procedure.input(input).query(async ({ ctx, input }) => {
  const calls = await listCalls(ctx.db, ctx.tenantId, { limit: pageSize, before: input.cursor })
  return { calls, next: calls.length === pageSize ? calls.at(-1)?.startedAt : undefined }
})

import { countCalls } from '@parley/db'
import { z } from 'zod'
import { wantedCalls } from '../../calls/wanted-calls.ts'
import { procedure } from '../trpc.ts'
import { filtersOf } from './filters-of.ts'

const input = z.object({ wanted: wantedCalls, offsetMinutes: z.number().int(), since: z.date() })

/** How many of the calls asked for began after `since`. */
export const newer = procedure.input(input).query(async ({ ctx, input: { wanted, offsetMinutes, since } }) => {
  const filters = filtersOf(wanted, new Date(), offsetMinutes)
  const from = new Date(Math.max(Number(since) + 1, Number(filters.from ?? 0)))
  return { calls: await countCalls(ctx.db, ctx.tenantId, { ...filters, from }) }
})

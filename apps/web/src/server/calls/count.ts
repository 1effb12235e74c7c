import { countCalls } from '@parley/db'
import { z } from 'zod'
import { wantedCalls } from '../../calls/wanted-calls.ts'
import { procedure } from '../trpc.ts'
import { filtersOf } from './filters-of.ts'

const input = z.object({ wanted: wantedCalls, offsetMinutes: z.number().int() })

/** How many calls are asked for, as of this moment; `any` is false while there is no call at all. */
export const count = procedure.input(input).query(async ({ ctx, input: { wanted, offsetMinutes } }) => {
  const asOf = new Date()
  const total = await countCalls(ctx.db, ctx.tenantId, filtersOf(wanted, asOf, offsetMinutes))
  return { asOf, total, any: total > 0 || (await countCalls(ctx.db, ctx.tenantId)) > 0 }
})

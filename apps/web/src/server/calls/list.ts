import { findCalls } from '@parley/db'
import { z } from 'zod'
import { wantedCalls } from '../../calls/wanted-calls.ts'
import { procedure } from '../trpc.ts'
import { filtersOf, orderOf } from './filters-of.ts'

const pageSize = 100
const place = z.union([
  z.object({ after: z.object({ id: z.uuid(), startedAt: z.date(), durationMs: z.number().int() }) }),
  z.object({ skip: z.number().int().min(0) }),
])
const input = z.object({ wanted: wantedCalls, asOf: z.date(), offsetMinutes: z.number().int(), place })

/** One page of the calls asked for, as they were at `asOf`. */
export const list = procedure
  .input(input)
  .query(({ ctx, input: { wanted, asOf, offsetMinutes, place } }) =>
    findCalls(ctx.db, ctx.tenantId, { filters: filtersOf(wanted, asOf, offsetMinutes), order: orderOf(wanted), place, limit: pageSize }),
  )

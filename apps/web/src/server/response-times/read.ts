import { responseTimes } from '@parley/db'
import { wantedTimes } from '../../response-times/wanted.ts'
import { procedure } from '../trpc.ts'

const hourMs = 3_600_000
const lengths = { '24h': 24 * hourMs, '7d': 7 * 24 * hourMs, '30d': 30 * 24 * hourMs }

/** How long callers waited for answers in a period up to now. */
export const read = procedure.input(wantedTimes).query(({ ctx, input: { period, flow, channel } }) => {
  const until = new Date()
  const from = new Date(Number(until) - lengths[period])
  return responseTimes(ctx.db, ctx.tenantId, { from, until, by: period === '24h' ? 'hour' : 'day', flowId: flow, channel })
})

import type { CallFilters, CallOrder } from '@parley/db'
import type { WantedCalls } from '../../calls/wanted-calls.ts'

const hourMs = 3_600_000
const periodMs = { '24h': 24 * hourMs, '7d': 7 * 24 * hourMs, '30d': 30 * 24 * hourMs }
const dayMs = 24 * hourMs

/**
 * The calls an address asks for as they were at `asOf`: later ones would move those under the reader's eyes. `offsetMinutes` is how far the reader's
 * calendar is behind UTC (`Date.getTimezoneOffset`), for the days of a span.
 */
export function filtersOf(wanted: WantedCalls, asOf: Date, offsetMinutes = 0): CallFilters {
  const dayAt = (day: string) => Date.parse(`${day}T00:00:00Z`) + offsetMinutes * 60_000
  const from = [wanted.period && Number(asOf) - periodMs[wanted.period], wanted.from && dayAt(wanted.from)].filter((at) => at !== undefined)
  const until = [Number(asOf) + 1, ...(wanted.until ? [dayAt(wanted.until) + dayMs] : [])]
  return {
    flowId: wanted.flow,
    flowVersionId: wanted.version,
    outcomes: wanted.outcome,
    channel: wanted.channel,
    from: from.length > 0 ? new Date(Math.max(...from.map(Number))) : undefined,
    until: new Date(Math.min(...until)),
    minSeconds: wanted.min,
    maxSeconds: wanted.max,
    hasRecording: wanted.recording && wanted.recording === 'yes',
    isBooked: wanted.booked && true,
    isOfVersion: wanted.drafts && true,
    failureCode: wanted.failure,
    slowerThanMs: wanted.slow,
  }
}

const orders: Record<WantedCalls['sort'], CallOrder> = {
  newest: { by: 'startedAt', isDescending: true },
  oldest: { by: 'startedAt', isDescending: false },
  longest: { by: 'durationMs', isDescending: true },
  shortest: { by: 'durationMs', isDescending: false },
}
export const orderOf = ({ sort }: WantedCalls): CallOrder => orders[sort]

import type { StoredNumber } from '@parley/db'
import { zonedParts } from '@parley/flow-runtime'

/**
 * The flow that answers a number at an instant (epoch milliseconds): its own within its hours, meant in the tenant's IANA zone, another outside of
 * them; undefined when nobody answers.
 */
export function flowFor({ flowId, routing }: Pick<StoredNumber, 'flowId' | 'routing'>, at: number, timeZone: string): string | undefined {
  const { hours, outsideFlowId } = routing
  if (hours.length === 0) return flowId ?? undefined
  const { date, time } = zonedParts(at, timeZone)
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7
  const isOpen = hours.some((span) => span.weekday === weekday && span.opens <= time && time < span.closes)
  return (isOpen ? flowId : outsideFlowId) ?? undefined
}

import { openingHours } from '@parley/db'
import type { BookOutput } from '@parley/flow-runtime'
import type { ToolContext } from '../tool-context.ts'
import { ToolError } from '../tool-error.ts'
import { isOpen } from './available-times.ts'
import { freeTimes } from './find-times.ts'
import { isoWithOffset, wallClockAt } from './zoned-time.ts'

/** The instant in epoch milliseconds. Throws TOOL_INPUT_INVALID. */
export function instantIn(startsAt: string): number {
  const instant = Date.parse(startsAt)
  if (Number.isNaN(instant)) throw new ToolError('TOOL_INPUT_INVALID', 'startsAt is no instant.')
  return instant
}

/** Whether a span (epoch milliseconds) is still to come and within opening hours. */
export async function canBegin({ db, tenantId, now }: ToolContext, span: { startsAt: number; endsAt: number }): Promise<boolean> {
  return span.startsAt > now() && isOpen(await openingHours(db, tenantId), span)
}

export function bookedAs({ timeZone }: ToolContext, appointmentId: string, startsAt: Date): BookOutput {
  const at = startsAt.getTime()
  return { booked: true, appointmentId, startsAt: isoWithOffset(at, timeZone), ...wallClockAt(at, timeZone) }
}

/** Not at this time: with the nearest free ones. */
export async function notBooked(
  context: ToolContext,
  reason: 'taken' | 'closed',
  startsAt: number,
  durationMin: number,
): Promise<BookOutput> {
  const { timeZone } = context
  const { times } = await freeTimes(context, { ...wallClockAt(startsAt, timeZone), timeZone }, durationMin)
  return { booked: false, reason, times }
}

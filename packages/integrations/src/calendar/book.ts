import { bookAppointment, openingHours } from '@parley/db'
import type { BookInput, BookOutput } from '@parley/flow-runtime'
import type { ToolContext } from '../tool-context.ts'
import { ToolError } from '../tool-error.ts'
import { isOpen } from './available-times.ts'
import { findService } from './find-service.ts'
import { freeTimes } from './find-times.ts'
import { isoWithOffset, wallClockAt } from './zoned-time.ts'

/**
 * Books a time; the same key gives the same appointment. A time that is taken, past or outside opening hours is
 * answered with the nearest free ones.
 */
export async function book(context: ToolContext, input: BookInput, idempotencyKey: string): Promise<BookOutput> {
  const { db, tenantId, callId, timeZone, now } = context
  const service = await findService(context, input.service)
  if (!service) return { booked: false, reason: 'unknownService', times: [] }
  const startsAt = Date.parse(input.startsAt)
  if (Number.isNaN(startsAt)) throw new ToolError('TOOL_INPUT_INVALID', 'startsAt is no instant.')
  const span = { startsAt, endsAt: startsAt + service.durationMin * 60_000 }

  const refused = async (reason: 'taken' | 'closed'): Promise<BookOutput> => {
    const { times } = await freeTimes(context, { ...wallClockAt(startsAt, timeZone), timeZone }, service.durationMin)
    return { booked: false, reason, times }
  }
  if (!isOpen(await openingHours(db, tenantId), span)) return refused('closed')
  if (startsAt <= now()) return refused('closed')
  const result = await bookAppointment(db, tenantId, {
    serviceId: service.id,
    startsAt: new Date(span.startsAt),
    endsAt: new Date(span.endsAt),
    contact: { name: input.name, phone: input.phone },
    callId,
    idempotencyKey,
  })
  if (!result.ok) return refused('taken')
  const bookedAt = result.startsAt.getTime()
  return {
    booked: true,
    appointmentId: result.appointmentId,
    startsAt: isoWithOffset(bookedAt, timeZone),
    ...wallClockAt(bookedAt, timeZone),
  }
}

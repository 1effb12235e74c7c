import { bookAppointment } from '@parley/db'
import type { BookInput, BookOutput } from '@parley/flow-runtime'
import type { ToolContext } from '../tool-context.ts'
import { bookedAs, canBegin, instantIn, notBooked } from './book-answers.ts'
import { findService } from './find-service.ts'

/**
 * Books a time; the same key gives the same appointment. A time that is taken, past or outside opening hours is
 * answered with the nearest free ones.
 */
export async function book(context: ToolContext, input: BookInput, idempotencyKey: string): Promise<BookOutput> {
  const { db, tenantId, callId } = context
  const service = await findService(context, input.service)
  if (!service) return { booked: false, reason: 'unknownService', times: [] }
  const startsAt = instantIn(input.startsAt)
  const endsAt = startsAt + service.durationMin * 60_000

  if (!(await canBegin(context, { startsAt, endsAt }))) return notBooked(context, 'closed', startsAt, service.durationMin)
  const result = await bookAppointment(db, tenantId, {
    serviceId: service.id,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    contact: { name: input.name, phone: input.phone },
    callId,
    idempotencyKey,
  })
  if (!result.ok) return notBooked(context, 'taken', startsAt, service.durationMin)
  return bookedAs(context, result.appointmentId, result.startsAt)
}

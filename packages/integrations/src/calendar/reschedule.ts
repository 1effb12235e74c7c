import { listAppointments, moveAppointment } from '@parley/db'
import type { BookOutput, toolSchemas } from '@parley/flow-runtime'
import type { z } from 'zod'
import type { ToolContext } from '../tool-context.ts'
import { bookedAs, canBegin, instantIn, notBooked } from './book-answers.ts'

/** Moves a coming appointment; answered as a booking. One that is not there (any more) is an unknown service. Asking twice moves once. */
export async function reschedule(
  context: ToolContext,
  { appointmentId, startsAt: wanted }: z.output<(typeof toolSchemas)['calendar.reschedule']['input']>,
): Promise<BookOutput> {
  const { db, tenantId, now } = context
  const startsAt = instantIn(wanted)
  const appointment = (await listAppointments(db, tenantId, { bookedFrom: new Date(now()) })).find(({ id }) => id === appointmentId)
  if (!appointment) return { booked: false, reason: 'unknownService', times: [] }
  const durationMs = appointment.endsAt.getTime() - appointment.startsAt.getTime()
  const span = { startsAt, endsAt: startsAt + durationMs }

  if (!(await canBegin(context, span))) return notBooked(context, 'closed', startsAt, durationMs / 60_000)
  const moved = await moveAppointment(db, tenantId, appointmentId, { startsAt: new Date(startsAt), endsAt: new Date(span.endsAt) })
  if (moved.ok) return bookedAs(context, appointmentId, moved.startsAt)
  if (moved.code === 'NOT_BOOKED') return { booked: false, reason: 'unknownService', times: [] }
  return notBooked(context, 'taken', startsAt, durationMs / 60_000)
}

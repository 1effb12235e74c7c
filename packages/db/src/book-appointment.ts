import { type AppointmentContact, appointmentPlace } from './calendar.ts'
import { holdResource } from './hold-resource.ts'
import { inTenant } from './in-tenant.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'
import { sqlState } from './sql-state.ts'

export type Booking = {
  serviceId: string
  startsAt: Date
  endsAt: Date
  contact: AppointmentContact
  callId?: string
  idempotencyKey: string
}
export type BookResult = { ok: true; appointmentId: string; startsAt: Date; endsAt: Date } | { ok: false; code: 'TIME_TAKEN' }

/**
 * Books the first resource that is free for the whole span; the exclusion constraint decides between concurrent
 * bookings. The same idempotency key answers with the appointment it made before, whatever else is asked.
 * Opening hours are the caller's business.
 */
export async function bookAppointment(db: Db, tenantId: string, booking: Booking): Promise<BookResult> {
  const known = await inTenant(db, tenantId, async (tx) => ({
    before: await tx.appointment.findUnique({ where: { tenantId_idempotencyKey: { tenantId, idempotencyKey: booking.idempotencyKey } } }),
    resources: await tx.resource.findMany({ where: { tenantId }, select: { id: true }, orderBy: { name: 'asc' } }),
  }))
  if (known.before) return booked(known.before)
  for (const resource of known.resources) {
    const result = await tryResource(db, tenantId, resource.id, booking)
    if (result) return result
  }
  return { ok: false, code: 'TIME_TAKEN' }
}

const booked = ({ id, startsAt, endsAt }: { id: string; startsAt: Date; endsAt: Date }): BookResult => ({
  ok: true,
  appointmentId: id,
  startsAt,
  endsAt,
})

/** undefined when the resource is taken. A transaction of its own: a refused insert ends the transaction it is in. */
async function tryResource(db: Db, tenantId: string, resourceId: string, booking: Booking): Promise<BookResult | undefined> {
  const id = newId()
  const { contact, callId, ...rest } = booking
  const data = {
    ...rest,
    id,
    tenantId,
    resourceId,
    callId: callId ?? null,
    contact: db.cipher.encrypt(JSON.stringify(contact), appointmentPlace(tenantId, id)),
  }
  try {
    await inTenant(db, tenantId, async (tx) => {
      await holdResource(tx, resourceId)
      await tx.appointment.create({ data })
    })
    return booked({ id, startsAt: booking.startsAt, endsAt: booking.endsAt })
  } catch (error) {
    if (sqlState(error) === '23P01') return undefined
    if (sqlState(error) !== '23505') throw error
    const winner = await inTenant(db, tenantId, (tx) =>
      tx.appointment.findUniqueOrThrow({ where: { tenantId_idempotencyKey: { tenantId, idempotencyKey: booking.idempotencyKey } } }),
    )
    return booked(winner)
  }
}

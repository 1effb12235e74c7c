import type { BookResult } from './book-appointment.ts'
import { holdResource } from './hold-resource.ts'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'
import { sqlState } from './sql-state.ts'

export type MoveResult = BookResult | { ok: false; code: 'NOT_BOOKED' }

/**
 * Moves a booked appointment to another time, on its own resource if that is free, else on any other; the exclusion constraint decides
 * between concurrent bookings. An appointment that is there already stays: asking twice moves once. Opening hours are the caller's business.
 */
export async function moveAppointment(
  db: Db,
  tenantId: string,
  appointmentId: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<MoveResult> {
  const { appointment, resources } = await inTenant(db, tenantId, async (tx) => ({
    appointment: await tx.appointment.findFirst({ where: { tenantId, id: appointmentId, status: 'booked' } }),
    resources: await tx.resource.findMany({ where: { tenantId }, select: { id: true }, orderBy: { name: 'asc' } }),
  }))
  if (!appointment) return { ok: false, code: 'NOT_BOOKED' }
  if (appointment.startsAt.getTime() === startsAt.getTime()) return { ok: true, appointmentId, startsAt, endsAt: appointment.endsAt }
  const own = appointment.resourceId
  for (const resourceId of [own, ...resources.map(({ id }) => id).filter((id) => id !== own)]) {
    try {
      const { count } = await inTenant(db, tenantId, async (tx) => {
        await holdResource(tx, resourceId)
        return tx.appointment.updateMany({
          where: { tenantId, id: appointmentId, status: 'booked' },
          data: { resourceId, startsAt, endsAt },
        })
      })
      return count === 0 ? { ok: false, code: 'NOT_BOOKED' } : { ok: true, appointmentId, startsAt, endsAt }
    } catch (error) {
      if (sqlState(error) !== '23P01') throw error
    }
  }
  return { ok: false, code: 'TIME_TAKEN' }
}

/** Gives the time of an appointment free. True also when that was done before; false when there is no such appointment. */
export async function cancelAppointment(db: Db, tenantId: string, appointmentId: string): Promise<boolean> {
  const { count } = await inTenant(db, tenantId, (tx) =>
    tx.appointment.updateMany({ where: { tenantId, id: appointmentId }, data: { status: 'cancelled' } }),
  )
  return count > 0
}

import { z } from 'zod'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

export type StoredService = { id: string; name: string; durationMin: number; priceCents: number | null }
/** ISO weekday (1 Monday to 7 Sunday); wall clock `HH:MM` in the tenant's time zone, `24:00` for midnight at the end. */
export type OpeningSpan = { weekday: number; opens: string; closes: string }
export type BusySpan = { resourceId: string; startsAt: Date; endsAt: Date }
export type StoredAppointment = {
  id: string
  callId: string | null
  service: string
  resource: string
  startsAt: Date
  endsAt: Date
  status: 'booked' | 'cancelled'
  contact: AppointmentContact
}

export const appointmentContact = z.object({ name: z.string().optional(), phone: z.string().optional() })
export type AppointmentContact = z.output<typeof appointmentContact>

export const appointmentPlace = (tenantId: string, appointmentId: string) => [tenantId, 'Appointment', appointmentId]

export function listServices(db: Db, tenantId: string): Promise<StoredService[]> {
  const select = { id: true, name: true, durationMin: true, priceCents: true } as const
  return inTenant(db, tenantId, (tx) => tx.service.findMany({ where: { tenantId }, select, orderBy: { name: 'asc' } }))
}

/** Opening hours in order of the week, with the time zone in which they are meant. */
export function openingHours(db: Db, tenantId: string): Promise<{ timeZone: string; spans: OpeningSpan[] }> {
  return inTenant(db, tenantId, async (tx) => {
    const { timeZone } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { timeZone: true } })
    const select = { weekday: true, opens: true, closes: true } as const
    const orderBy = [{ weekday: 'asc' }, { opens: 'asc' }] as const
    return { timeZone, spans: await tx.openingHours.findMany({ where: { tenantId }, select, orderBy: [...orderBy] }) }
  })
}

/** The tenant's resources and what is booked of them between two instants. */
export function busyTimes(
  db: Db,
  tenantId: string,
  between: { from: Date; to: Date },
): Promise<{ resourceIds: string[]; busy: BusySpan[] }> {
  return inTenant(db, tenantId, async (tx) => {
    const resources = await tx.resource.findMany({ where: { tenantId }, select: { id: true }, orderBy: { name: 'asc' } })
    const busy = await tx.appointment.findMany({
      where: { tenantId, status: 'booked', startsAt: { lt: between.to }, endsAt: { gt: between.from } },
      select: { resourceId: true, startsAt: true, endsAt: true },
      orderBy: { startsAt: 'asc' },
    })
    return { resourceIds: resources.map((resource) => resource.id), busy }
  })
}

/** In order of their start; of one call, from an instant on (booked ones), or all of the tenant. */
export async function listAppointments(
  db: Db,
  tenantId: string,
  { callId: ofCall, bookedFrom }: { callId?: string; bookedFrom?: Date } = {},
): Promise<StoredAppointment[]> {
  const rows = await inTenant(db, tenantId, (tx) =>
    tx.appointment.findMany({
      where: {
        tenantId,
        ...(ofCall ? { callId: ofCall } : {}),
        ...(bookedFrom ? { status: 'booked', startsAt: { gte: bookedFrom } } : {}),
      },
      include: { service: { select: { name: true } }, resource: { select: { name: true } } },
      orderBy: { startsAt: 'asc' },
      take: 1_000,
    }),
  )
  return rows.map(({ id, callId, startsAt, endsAt, status, service, resource, contact }) => ({
    id,
    callId,
    startsAt,
    endsAt,
    status,
    service: service.name,
    resource: resource.name,
    contact: appointmentContact.parse(JSON.parse(db.cipher.decrypt(contact, appointmentPlace(tenantId, id)))),
  }))
}

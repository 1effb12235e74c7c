import { audit } from './audit.ts'
import type { OpeningSpan } from './calendar.ts'
import { inTenant } from './in-tenant.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

type BookableService = { name: string; durationMin: number }
/** `services`: added, or given their new length; `removed`: names of services that go, where nothing was booked; `openingHours`: the whole week. */
export type CalendarChange = { services: readonly BookableService[]; removed: readonly string[]; openingHours: readonly OpeningSpan[] }

/** Changes what can be booked and when; returns the change that takes it back. */
export function changeCalendar(db: Db, tenantId: string, change: CalendarChange, by: { userId?: string } = {}): Promise<CalendarChange> {
  const { services, removed, openingHours } = change
  return inTenant(db, tenantId, async (tx) => {
    const names = services.map(({ name }) => name)
    const known = await tx.service.findMany({ where: { tenantId, name: { in: names } }, select: { name: true, durationMin: true } })
    const hoursBefore = await tx.openingHours.findMany({ where: { tenantId }, select: { weekday: true, opens: true, closes: true } })
    for (const { name, durationMin } of services) {
      await tx.service.upsert({
        where: { tenantId_name: { tenantId, name } },
        create: { id: newId(), tenantId, name, durationMin },
        update: { durationMin },
      })
    }
    await tx.service.deleteMany({ where: { tenantId, name: { in: [...removed] }, appointments: { none: {} } } })
    await tx.openingHours.deleteMany({ where: { tenantId } })
    await tx.openingHours.createMany({ data: openingHours.map((span) => ({ id: newId(), tenantId, ...span })) })
    await audit(tx, tenantId, { userId: by.userId, action: 'calendar.changed', subject: tenantId })
    const added = names.filter((name) => !known.some((service) => service.name === name))
    return { services: known, removed: added, openingHours: hoursBefore }
  })
}

import { listAppointments, type StoredAppointment } from '@parley/db'
import type { toolSchemas } from '@parley/flow-runtime'
import type { z } from 'zod'
import type { ToolContext } from '../tool-context.ts'
import { normalName } from './normal-name.ts'
import { isoWithOffset, wallClockAt } from './zoned-time.ts'

type Schemas = (typeof toolSchemas)['calendar.findAppointments']
const most = 5

/** The coming appointments of whoever has this phone number or name, or the one with this id; soonest first, at most five. */
export async function findAppointments(
  { db, tenantId, now }: ToolContext,
  wanted: z.output<Schemas['input']>,
): Promise<z.output<Schemas['output']>> {
  const coming = await listAppointments(db, tenantId, { bookedFrom: new Date(now()) })
  const own = coming
    .filter((appointment) => isMeant(appointment, wanted))
    .map(({ id, service, startsAt }) => ({ appointmentId: id, service, ...placed(startsAt, wanted.timeZone) }))
  const asked = own.filter(
    ({ service, date }) =>
      (wanted.service === undefined || normalName(service) === normalName(wanted.service)) &&
      (wanted.date === undefined || date === wanted.date),
  )
  return { appointments: asked.slice(0, most) }
}

const placed = (startsAt: Date, timeZone: string) => ({
  startsAt: isoWithOffset(startsAt.getTime(), timeZone),
  ...wallClockAt(startsAt.getTime(), timeZone),
})

/** What is known of both must agree, and something must: a name alone is enough only where no number can tell. */
function isMeant({ id, contact }: StoredAppointment, { appointmentId, name, phone }: z.output<Schemas['input']>): boolean {
  const samePhone = agree(contact.phone, phone, (number) => number.replace(/\D/g, ''))
  const sameName = agree(contact.name, name, normalName)
  const sameId = appointmentId === undefined ? undefined : appointmentId === id
  return [sameId, samePhone, sameName].every((same) => same !== false) && (sameId ?? samePhone ?? sameName ?? false)
}

function agree(stored: string | undefined, wanted: string | undefined, normal: (text: string) => string): boolean | undefined {
  return stored && wanted ? normal(stored) === normal(wanted) : undefined
}

import { appointmentContact, appointmentPlace } from './calendar.ts'
import { readFacts } from './call-facts.ts'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

/** Somebody who called with a number or a name, or has an appointment. */
export type KnownContact = {
  key: number
  name: string | null
  phone: string | null
  calls: number
  appointments: number
  lastAt: Date
  lastCallId: string | null
}

/** Names and numbers are encrypted, so they are brought together here and not in the database: of the newest rows only. */
const mostRead = 2_000

/** The people behind the newest calls and appointments, last seen first; by number, else by name. `read`: how many rows were looked through. */
export async function listContacts(db: Db, tenantId: string): Promise<{ people: KnownContact[]; read: number }> {
  const { calls, appointments } = await inTenant(db, tenantId, async (tx) => ({
    calls: await tx.call.findMany({
      where: { tenantId, channel: 'phone' },
      select: { id: true, facts: true, startedAt: true },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: mostRead,
    }),
    appointments: await tx.appointment.findMany({
      where: { tenantId },
      select: { id: true, contact: true, createdAt: true, callId: true },
      orderBy: { createdAt: 'desc' },
      take: mostRead,
    }),
  }))
  const byKey = new Map<string, Omit<KnownContact, 'key'>>()
  const note = (contact: { name?: string; phone?: string } | undefined, at: Date, callId: string | null, of: 'calls' | 'appointments') => {
    const key = contact?.phone?.replace(/[^\d+]/g, '') || contact?.name?.trim().toLowerCase()
    if (!key) return
    const known = byKey.get(key) ?? { name: null, phone: null, calls: 0, appointments: 0, lastAt: at, lastCallId: null }
    byKey.set(key, {
      ...known,
      name: known.name ?? contact?.name ?? null,
      phone: known.phone ?? contact?.phone ?? null,
      [of]: known[of] + 1,
      lastAt: at > known.lastAt ? at : known.lastAt,
      lastCallId: known.lastCallId ?? callId,
    })
  }
  for (const { id, facts, startedAt } of calls) note(readFacts(db, tenantId, id, facts).contact, startedAt, id, 'calls')
  for (const { id, contact, createdAt, callId } of appointments) {
    const read = appointmentContact.parse(JSON.parse(db.cipher.decrypt(contact, appointmentPlace(tenantId, id))))
    note(read, createdAt, callId, 'appointments')
  }
  const people = [...byKey.values()].sort((a, b) => Number(b.lastAt) - Number(a.lastAt)).map((person, key) => ({ ...person, key }))
  return { people, read: calls.length + appointments.length }
}

import { inTenant } from './in-tenant.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

export type NewTenant = {
  name: string
  timeZone: string
  owner: { email: string; name: string }
  services: readonly { name: string; durationMin: number; priceCents?: number }[]
  openingHours: readonly { weekday: number; opens: string; closes: string }[]
}
/** `flowLanguage`: the language a new flow starts in. */
export type Tenant = { id: string; name: string; timeZone: string; flowLanguage: string }

/** null for an id that is no tenant. */
export function getTenant(db: Db, tenantId: string): Promise<Tenant | null> {
  const select = { id: true, name: true, timeZone: true, flowLanguage: true } as const
  return inTenant(db, tenantId, (tx) => tx.tenant.findUnique({ where: { id: tenantId }, select }))
}

/** Creates a tenant with its owner, one resource and its calendar; what is there already stays as it is. */
export function createTenant(db: Db, input: NewTenant, tenantId = newId()): Promise<{ tenantId: string; userId: string }> {
  return inTenant(db, tenantId, async (tx) => {
    const created = await tx.tenant.createMany({ data: { id: tenantId, name: input.name, timeZone: input.timeZone }, skipDuplicates: true })
    const { email, name } = input.owner
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT add_member(${newId()}::uuid, ${email}, ${name}, 'owner') AS id`
    const userId = rows[0]?.id ?? ''
    if (created.count === 1) {
      await tx.resource.create({ data: { id: newId(), tenantId, name: 'Chair 1' } })
      await tx.service.createMany({ data: input.services.map((service) => ({ id: newId(), tenantId, ...service })) })
      await tx.openingHours.createMany({ data: input.openingHours.map((span) => ({ id: newId(), tenantId, ...span })) })
    }
    return { tenantId, userId }
  })
}

import { audit } from './audit.ts'
import type { Role } from './generated/enums.ts'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'
import type { Tenant } from './tenants.ts'

/** Changes name, time zone and the language new flows start in. */
export async function changeTenant(db: Db, tenantId: string, change: Omit<Tenant, 'id'>, by: { userId?: string } = {}): Promise<void> {
  const { name, timeZone, flowLanguage } = change
  await inTenant(db, tenantId, async (tx) => {
    await tx.tenant.update({ where: { id: tenantId }, data: { name, timeZone, flowLanguage } })
    await audit(tx, tenantId, { userId: by.userId, action: 'tenant.changed', subject: tenantId })
  })
}

export type TenantMember = { userId: string; name: string; email: string; role: Role; since: Date }

/** Who belongs to the tenant, first come first. */
export async function listMembers(db: Db, tenantId: string): Promise<TenantMember[]> {
  const rows = await inTenant(db, tenantId, (tx) =>
    tx.membership.findMany({ where: { tenantId }, include: { user: true }, orderBy: { createdAt: 'asc' } }),
  )
  return rows.map(({ userId, role, createdAt, user }) => ({ userId, name: user.name, email: user.email, role, since: createdAt }))
}

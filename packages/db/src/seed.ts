import { templateScenarios } from '@parley/flow-runtime/template-scenarios'
import { templates } from '@parley/flow-runtime/templates'
import { createFlow } from './flows.ts'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'
import { publishFlow } from './publish-flow.ts'
import { sqlState } from './sql-state.ts'
import { createTenant } from './tenants.ts'

/** Fixed, so that seeding twice finds what the first time made. */
const seedTenantId = '019a9f2e-6c00-7000-8000-000000000001'
const seedFlowId = '019a9f2e-6c00-7000-8000-000000000002'
export const seedOwnerEmail = 'owner@parley.local'

/** The example tenant: owner, calendar and the published appointment flow. What is there already stays as it is. */
export async function seed(db: Db): Promise<{ tenantId: string; userId: string; flowId: string }> {
  const { tenantId, userId } = await createTenant(
    db,
    {
      name: 'Bright Smile Dental',
      timeZone: 'Europe/Paris',
      owner: { email: seedOwnerEmail, name: 'Owner' },
      services: [
        { name: 'Cleaning', durationMin: 30, priceCents: 8_000 },
        { name: 'Check-up', durationMin: 30, priceCents: 6_000 },
        { name: 'Filling', durationMin: 60, priceCents: 15_000 },
      ],
      openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
    },
    seedTenantId,
  )
  await seedFlow(db, tenantId, userId)
  return { tenantId, userId, flowId: seedFlowId }
}

/** Picks up where an interrupted seeding stopped; a flow somebody deleted stays deleted. */
async function seedFlow(db: Db, tenantId: string, userId: string): Promise<void> {
  const document = templates.appointment
  const known = await inTenant(db, tenantId, (tx) =>
    tx.flow.findFirst({ where: { tenantId, id: seedFlowId }, select: { publishedVersionId: true, deletedAt: true } }),
  )
  if (known?.deletedAt || known?.publishedVersionId) return
  if (!known) {
    await createFlow(db, tenantId, { name: document.name, document, scenarios: templateScenarios.appointment }, seedFlowId).catch(
      (error: unknown) => {
        if (sqlState(error) !== '23505') throw error // another start seeds at the same moment
      },
    )
  }
  const published = await publishFlow(db, tenantId, seedFlowId, { userId })
  if (!published.ok) throw new Error(`The example flow cannot be published: ${JSON.stringify(published)}`)
}

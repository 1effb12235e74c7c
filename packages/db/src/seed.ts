import { templates } from '@parley/flow-runtime'
import { createFlow, listFlows } from './flows.ts'
import type { Db } from './open-db.ts'
import { publishFlow } from './publish-flow.ts'
import { createTenant } from './tenants.ts'

/** Fixed, so that seeding twice finds what the first time made. */
const seedTenantId = '019a9f2e-6c00-7000-8000-000000000001'
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
  const template = templates.appointment
  const [existing] = await listFlows(db, tenantId)
  const flow = existing ?? (await createFlow(db, tenantId, { name: template.name, document: template }))
  if (!existing) await publishSeed(db, tenantId, flow.id, userId)
  return { tenantId, userId, flowId: flow.id }
}

async function publishSeed(db: Db, tenantId: string, flowId: string, userId: string) {
  const published = await publishFlow(db, tenantId, flowId, { userId })
  if (!published.ok) throw new Error(`The appointment template cannot be published: ${JSON.stringify(published)}`)
}

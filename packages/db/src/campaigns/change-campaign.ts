import type { CampaignSettings } from '@parley/campaigns'
import { audit } from '../audit.ts'
import { inTenant } from '../in-tenant.ts'
import { asJsonColumn } from '../json-column.ts'
import type { Db } from '../open-db.ts'

type By = { userId?: string }

/** Changes a campaign that calls nobody just now; false when it runs, was stopped, or is not there. */
export function changeCampaign(
  db: Db,
  tenantId: string,
  id: string,
  { name, settings }: { name: string; settings: CampaignSettings },
  by: By = {},
): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.campaign.updateMany({
      where: { tenantId, id, status: { in: ['draft', 'paused', 'finished'] } },
      data: { name, flowVersionId: settings.flowVersionId, settings: asJsonColumn(settings) },
    })
    if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: 'campaign.changed', subject: id })
    return count === 1
  })
}

/** Puts a campaign back to where it was before it was said to run, when nobody could be told to run it. */
export async function putBackCampaign(
  db: Db,
  tenantId: string,
  id: string,
  status: 'draft' | 'paused' | 'finished',
  by: By = {},
): Promise<void> {
  await inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.campaign.updateMany({ where: { tenantId, id, status: 'running' }, data: { status } })
    if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: 'campaign.putBack', subject: id })
  })
}

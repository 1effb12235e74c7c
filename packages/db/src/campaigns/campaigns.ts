import { type CampaignSettings, campaignSettings } from '@parley/campaigns'
import { audit } from '../audit.ts'
import { DbError } from '../db-error.ts'
import type { CampaignStatus, LeadStatus } from '../generated/enums.ts'
import { inTenant } from '../in-tenant.ts'
import { asJsonColumn } from '../json-column.ts'
import { newId } from '../new-id.ts'
import type { Db } from '../open-db.ts'
import { type PausedBecause, pausedBecauseOf } from './breaker.ts'

export type { CampaignStatus }
/** `settings` is null when this release cannot read what is stored: such a campaign calls nobody. */
export type StoredCampaign = {
  id: string
  name: string
  status: CampaignStatus
  settings: CampaignSettings | null
  pausedBecause: PausedBecause | null
  createdAt: Date
}

type By = { userId?: string }

/** A new campaign, without leads, that calls nobody yet. Throws when the tenant has no such flow version. */
export async function createCampaign(
  db: Db,
  tenantId: string,
  { name, settings }: { name: string; settings: CampaignSettings },
  by: By = {},
): Promise<{ id: string }> {
  const id = newId()
  await inTenant(db, tenantId, async (tx) => {
    await tx.campaign.create({ data: { id, tenantId, name, flowVersionId: settings.flowVersionId, settings: asJsonColumn(settings) } })
    await audit(tx, tenantId, { userId: by.userId, action: 'campaign.created', subject: id })
  })
  return { id }
}

export async function getCampaign(db: Db, tenantId: string, id: string): Promise<StoredCampaign | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.campaign.findFirst({ where: { tenantId, id } }))
  if (!row) return null
  return {
    id,
    name: row.name,
    status: row.status,
    settings: campaignSettings.safeParse(row.settings).data ?? null,
    pausedBecause: pausedBecauseOf(row),
    createdAt: row.createdAt,
  }
}

const mayFollow: Record<Exclude<CampaignStatus, 'draft'>, CampaignStatus[]> = {
  running: ['draft', 'paused', 'running', 'finished'],
  paused: ['running', 'paused'],
  stopped: ['draft', 'running', 'paused', 'finished', 'stopped'],
  finished: ['running', 'finished'],
}

/** Moves a campaign; false when it cannot get there from where it is (a stopped one stays stopped). In force at once: no line is given to a campaign that does not run. Running forgets why it had paused itself. */
export function setCampaignStatus(
  db: Db,
  tenantId: string,
  id: string,
  status: Exclude<CampaignStatus, 'draft'>,
  by: By = {},
): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const reset = status === 'running' ? { pausedCode: null, pausedAt: null, watchedFrom: new Date() } : {}
    const where = { tenantId, id, status: { in: mayFollow[status] } }
    const { count } = await tx.campaign.updateMany({ where, data: { status, ...reset } })
    if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: `campaign.${status}`, subject: id })
    else if ((await tx.campaign.count({ where: { tenantId, id } })) === 0) throw campaignUnknown()
    return count === 1
  })
}

/** How many leads of a campaign are where, by status and outcome. */
export async function campaignCounts(
  db: Db,
  tenantId: string,
  id: string,
): Promise<{ status: LeadStatus; outcome: string | null; leads: number }[]> {
  const groups = await inTenant(db, tenantId, (tx) =>
    tx.lead.groupBy({ by: ['status', 'outcome'], where: { tenantId, campaignId: id }, _count: true }),
  )
  return groups.map(({ status, outcome, _count }) => ({ status, outcome, leads: _count }))
}

export const campaignUnknown = () => new DbError('CAMPAIGN_UNKNOWN', 'There is no such campaign in this tenant.')

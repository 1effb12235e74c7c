import type { CampaignSettings } from '@parley/campaigns/settings'
import { type Db, findCampaignLine, getCampaign, getPublishedVersion, isFlowDeleted, type StoredCampaign } from '@parley/db'
import { AppError } from '../app-error.ts'

type ReadableCampaign = StoredCampaign & { settings: CampaignSettings }

/** A campaign of this tenant. Throws CAMPAIGN_NOT_FOUND and CAMPAIGN_UNREADABLE. */
export async function tenantCampaign(db: Db, tenantId: string, campaignId: string): Promise<ReadableCampaign> {
  const campaign = await getCampaign(db, tenantId, campaignId)
  if (!campaign) throw new AppError('CAMPAIGN_NOT_FOUND', 'NOT_FOUND')
  const { settings } = campaign
  if (!settings) throw new AppError('CAMPAIGN_UNREADABLE')
  return { ...campaign, settings }
}

/** Throws what keeps a campaign with these settings from calling: its flow, or its number. */
export async function refuseUncallable(db: Db, tenantId: string, settings: CampaignSettings): Promise<void> {
  const version = await getPublishedVersion(db, tenantId, settings.flowVersionId)
  if (version?.flowId !== settings.flowId) throw new AppError('FLOW_NOT_PUBLISHED')
  if (!version.document) throw new AppError('VERSION_UNREADABLE')
  if (await isFlowDeleted(db, tenantId, settings.flowId)) throw new AppError('FLOW_DELETED', 'NOT_FOUND')
  if (!(await findCampaignLine(db, tenantId, settings))) throw new AppError('CAMPAIGN_WITHOUT_LINE')
}

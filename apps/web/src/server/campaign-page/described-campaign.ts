import { type CampaignHead, type Db, describeCampaign } from '@parley/db'
import { AppError } from '../app-error.ts'

/** A campaign of this tenant with its flow and connection. Throws CAMPAIGN_NOT_FOUND. */
export async function describedCampaign(db: Db, tenantId: string, campaignId: string): Promise<CampaignHead> {
  const campaign = await describeCampaign(db, tenantId, campaignId)
  if (!campaign) throw new AppError('CAMPAIGN_NOT_FOUND', 'NOT_FOUND')
  return campaign
}

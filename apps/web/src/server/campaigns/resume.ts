import { recordAudit } from '@parley/db'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'
import { campaignIdInput } from './campaign-input.ts'
import { resumeRun } from './resume-run.ts'
import { refuseUncallable, tenantCampaign } from './tenant-campaign.ts'

/** Lets a paused campaign call on. */
export const resume = editorProcedure.input(campaignIdInput).mutation(async ({ ctx, input: { campaignId } }) => {
  const { db, tenantId, userId } = ctx
  const campaign = await tenantCampaign(db, tenantId, campaignId)
  if (campaign.status === 'stopped') throw new AppError('CAMPAIGN_OVER', 'CONFLICT')
  if (campaign.status !== 'paused') throw new AppError('CAMPAIGN_NOT_RUNNING', 'CONFLICT')
  await refuseUncallable(db, tenantId, campaign.settings)
  await resumeRun(ctx, campaign)
  await recordAudit(db, tenantId, { userId, action: 'campaign.resumeAsked', subject: campaignId })
  return { status: 'running' as const }
})

import { recordAudit, setCampaignStatus } from '@parley/db'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'
import { campaignIdInput } from './campaign-input.ts'
import { tellRun } from './campaign-run.ts'
import { tenantCampaign } from './tenant-campaign.ts'

/** Begins no further calls; those that run go on to their end. */
export const pause = editorProcedure.input(campaignIdInput).mutation(async ({ ctx: { db, tenantId, userId }, input: { campaignId } }) => {
  const { status } = await tenantCampaign(db, tenantId, campaignId)
  if (status === 'paused') return { status }
  if (status !== 'running') throw new AppError('CAMPAIGN_NOT_RUNNING', 'CONFLICT')
  const told = await tellRun(campaignId, 'pause')
  if (told === 'done') await recordAudit(db, tenantId, { userId, action: 'campaign.pauseAsked', subject: campaignId })
  else if (!(await setCampaignStatus(db, tenantId, campaignId, 'paused', { userId })))
    throw new AppError('CAMPAIGN_NOT_RUNNING', 'CONFLICT')
  return { status: 'paused' as const }
})

import { recordAudit, setCampaignStatus } from '@parley/db'
import { editorProcedure } from '../trpc.ts'
import { campaignIdInput } from './campaign-input.ts'
import { tellRun } from './campaign-run.ts'
import { tenantCampaign } from './tenant-campaign.ts'

/** Ends a campaign for good: it calls nobody any more; calls that run go on to their end. */
export const stop = editorProcedure.input(campaignIdInput).mutation(async ({ ctx: { db, tenantId, userId }, input: { campaignId } }) => {
  const { status } = await tenantCampaign(db, tenantId, campaignId)
  const isRun = status === 'running' || status === 'paused'
  const told = isRun ? await tellRun(campaignId, 'stop') : 'noRun'
  if (told === 'done') await recordAudit(db, tenantId, { userId, action: 'campaign.stopAsked', subject: campaignId })
  else await setCampaignStatus(db, tenantId, campaignId, 'stopped', { userId })
  return { status: 'stopped' as const }
})

import { campaignCounts } from '@parley/db'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'
import { campaignIdInput } from './campaign-input.ts'
import { beginRun, waitForEnd } from './campaign-run.ts'
import { resumeRun } from './resume-run.ts'
import { refuseUncallable, tenantCampaign } from './tenant-campaign.ts'

/** Starts a campaign, also one that had finished; a paused one goes on. Again it changes nothing. */
export const start = editorProcedure.input(campaignIdInput).mutation(async ({ ctx, input: { campaignId } }) => {
  const { db, tenantId } = ctx
  const campaign = await tenantCampaign(db, tenantId, campaignId)
  const { status, settings } = campaign
  if (status === 'stopped') throw new AppError('CAMPAIGN_OVER', 'CONFLICT')
  await refuseUncallable(db, tenantId, settings)
  if (status === 'paused') await resumeRun(ctx, campaign)
  else {
    const counts = await campaignCounts(db, tenantId, campaignId)
    if (status !== 'running' && !counts.some((group) => group.status !== 'finished')) throw new AppError('CAMPAIGN_WITHOUT_LEADS')
    if (status === 'finished') await waitForEnd(campaignId)
    await beginRun(ctx, { id: campaignId, status, settings })
  }
  return { status: 'running' as const }
})

import { setCampaignStatus } from '@parley/db'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'
import { campaignIdInput } from './campaign-input.ts'
import { tellRun } from './campaign-run.ts'
import { tenantCampaign } from './tenant-campaign.ts'

/**
 * Begins no further calls; those that run go on to their end. In force for every line once it is written down, however long the run takes to hear of it: one
 * that cannot be told finds out when it asks for its next attempts.
 */
export const pause = editorProcedure.input(campaignIdInput).mutation(async ({ ctx: { db, tenantId, userId }, input: { campaignId } }) => {
  const { status } = await tenantCampaign(db, tenantId, campaignId)
  if (status === 'paused') return { status }
  if (status !== 'running' || !(await setCampaignStatus(db, tenantId, campaignId, 'paused', { userId })))
    throw new AppError('CAMPAIGN_NOT_RUNNING', 'CONFLICT')
  await tellRun(campaignId, 'pause').catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
  return { status: 'paused' as const }
})

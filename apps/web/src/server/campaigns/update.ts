import { changeCampaign } from '@parley/db'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'
import { campaignIdInput, campaignInput } from './campaign-input.ts'
import { refuseUncallable, tenantCampaign } from './tenant-campaign.ts'

const input = campaignIdInput.extend(campaignInput.shape)

/** Changes a campaign that does not run. One that has begun keeps its flow, though not its version. */
export const update = editorProcedure
  .input(input)
  .mutation(async ({ ctx: { db, tenantId, userId }, input: { campaignId, ...changed } }) => {
    const { status, settings } = await tenantCampaign(db, tenantId, campaignId)
    if (status !== 'draft' && settings.flowId !== changed.settings.flowId) throw new AppError('CAMPAIGN_FLOW_FIXED', 'CONFLICT')
    await refuseUncallable(db, tenantId, changed.settings)
    if (await changeCampaign(db, tenantId, campaignId, changed, { userId })) return { campaignId }
    throw new AppError(status === 'stopped' ? 'CAMPAIGN_OVER' : 'CAMPAIGN_RUNNING', 'CONFLICT')
  })

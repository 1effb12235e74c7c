import { procedure } from '../trpc.ts'
import { campaignIdInput } from './campaign-input.ts'
import { tenantCampaign } from './tenant-campaign.ts'

/** A campaign with its settings, to be changed or to be given leads. */
export const get = procedure.input(campaignIdInput).query(async ({ ctx, input }) => ({
  ...(await tenantCampaign(ctx.db, ctx.tenantId, input.campaignId)),
  mayChange: ctx.role !== 'viewer',
}))

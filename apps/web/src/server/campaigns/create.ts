import { createCampaign } from '@parley/db'
import { editorProcedure } from '../trpc.ts'
import { campaignInput } from './campaign-input.ts'
import { refuseUncallable } from './tenant-campaign.ts'

/** A new campaign that calls nobody before it has leads and is started. */
export const create = editorProcedure.input(campaignInput).mutation(async ({ ctx: { db, tenantId, userId }, input }) => {
  await refuseUncallable(db, tenantId, input.settings)
  const { id } = await createCampaign(db, tenantId, input, { userId })
  return { campaignId: id }
})

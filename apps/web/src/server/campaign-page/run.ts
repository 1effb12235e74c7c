import { campaignWorkflowId } from '@parley/temporal/contract'
import { WorkflowNotFoundError } from '@temporalio/client'
import { campaignIdInput } from '../campaigns/campaign-input.ts'
import { withTemporal } from '../temporal-client.ts'
import { procedure } from '../trpc.ts'
import { describedCampaign } from './described-campaign.ts'

/** Whether somebody carries out a campaign that has begun: its workflow runs, is not there, or Temporal does not say. */
export const run = procedure.input(campaignIdInput).query(async ({ ctx, input: { campaignId } }) => {
  const { status } = await describedCampaign(ctx.db, ctx.tenantId, campaignId)
  if (status !== 'running' && status !== 'paused') return { run: 'notNeeded' as const }
  try {
    const described = await withTemporal((client) => client.workflow.getHandle(campaignWorkflowId(campaignId)).describe())
    return { run: described.status.name === 'RUNNING' ? ('there' as const) : ('lost' as const) }
  } catch (error) {
    return { run: error instanceof WorkflowNotFoundError ? ('lost' as const) : ('unknown' as const) }
  }
})

import type { CampaignSettings } from '@parley/campaigns/settings'
import { type Db, putBackCampaign, type StoredCampaign, setCampaignStatus } from '@parley/db'
import { campaignStartOptions, campaignUpdates, campaignWorkflowId, campaignWorkflowType } from '@parley/temporal/contract'
import { ApplicationFailure, WorkflowFailedError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client'
import { AppError } from '../app-error.ts'
import { withTemporal } from '../temporal-client.ts'

type Who = { db: Db; tenantId: string; userId: string }
type Startable = { id: string; status: Exclude<StoredCampaign['status'], 'stopped'>; settings: CampaignSettings }

/**
 * Says that a campaign runs, then has it run: a line is given only to one of which it is said. Finds a run that is there. Throws CAMPAIGN_OVER, and
 * CAMPAIGN_NOT_TOLD when Temporal does not answer; then the campaign is where it was.
 */
export async function beginRun({ db, tenantId, userId }: Who, { id, status, settings }: Startable): Promise<void> {
  if (!(await setCampaignStatus(db, tenantId, id, 'running', { userId }))) throw new AppError('CAMPAIGN_OVER', 'CONFLICT')
  const { flowId, limits } = settings
  const input = { tenantId, campaignId: id, flowId, concurrentCalls: limits.concurrentCalls }
  try {
    await withTemporal((client) => client.workflow.start(campaignWorkflowType, campaignStartOptions(input)))
  } catch (error) {
    if (status !== 'running') await putBackCampaign(db, tenantId, id, status, { userId })
    throw new AppError('CAMPAIGN_NOT_TOLD', 'SERVICE_UNAVAILABLE', error)
  }
}

/** `refused`: the run is not where that can be done; `noRun`: there is none. Throws CAMPAIGN_NOT_TOLD when Temporal does not answer. */
export async function tellRun(campaignId: string, update: keyof typeof campaignUpdates): Promise<'done' | 'refused' | 'noRun'> {
  try {
    await withTemporal((client) => client.workflow.getHandle(campaignWorkflowId(campaignId)).executeUpdate(campaignUpdates[update]))
    return 'done'
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'noRun'
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) return 'refused'
    throw new AppError('CAMPAIGN_NOT_TOLD', 'SERVICE_UNAVAILABLE', error)
  }
}

/** Waits for a run that is ending, so that the next one is not taken for it. */
export async function waitForEnd(campaignId: string): Promise<void> {
  try {
    await withTemporal((client) => client.workflow.getHandle(campaignWorkflowId(campaignId)).result())
  } catch (error) {
    const isOver = error instanceof WorkflowNotFoundError || error instanceof WorkflowFailedError
    if (!isOver) throw new AppError('CAMPAIGN_NOT_TOLD', 'SERVICE_UNAVAILABLE', error)
  }
}

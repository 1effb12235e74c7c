import { AppError } from '../app-error.ts'
import { beginRun, tellRun, waitForEnd } from '../campaigns/campaign-run.ts'
import { tenantCampaign } from '../campaigns/tenant-campaign.ts'

/** `notTold`: Temporal did not answer; a campaign that runs finds its new leads by itself within a minute, one that had finished waits to be started. */
export type LeadNews = 'unchanged' | 'told' | 'started' | 'notTold'

/** Has a campaign call its new leads: one that runs looks at once, one that had finished is started again. */
export async function tellOfLeads(who: Parameters<typeof beginRun>[0], campaignId: string): Promise<LeadNews> {
  const { status, settings } = await tenantCampaign(who.db, who.tenantId, campaignId)
  if (status !== 'running' && status !== 'finished') return 'unchanged'
  try {
    if (status === 'running' && (await tellRun(campaignId, 'addLeads')) === 'done') return 'told'
    await waitForEnd(campaignId)
    await beginRun(who, { id: campaignId, status, settings })
    return 'started'
  } catch (error) {
    if (error instanceof AppError && error.appCode === 'CAMPAIGN_NOT_TOLD') return 'notTold'
    throw error
  }
}

import { type Client, WorkflowNotFoundError } from '@temporalio/client'
import { attemptOverSignal, campaignWorkflowId } from '../contract.ts'

/** Tells campaigns by signal that an attempt is over. */
export const reportAttemptTo =
  (client: Client) =>
  async (campaignId: string, over: { attemptId: string; outcome: string }): Promise<void> => {
    try {
      await client.workflow.getHandle(campaignWorkflowId(campaignId)).signal(attemptOverSignal, over)
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error
    }
  }

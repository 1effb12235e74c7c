import { randomUUID as id } from 'node:crypto'
import type { AttemptActivities, AttemptInput, CampaignActivities } from '../contract.ts'

/** Every campaign has so many leads. */
const leads = 3

/** What a small campaign is told, without a database: one attempt after the other, each of which rings `ringMs`. `report` tells the campaign. */
export function scriptedCampaign(
  ringMs: number,
  report: (campaignId: string, over: { attemptId: string; outcome: string }) => Promise<void>,
  begin: (attempt: AttemptInput) => Promise<unknown>,
): CampaignActivities & AttemptActivities {
  const begun = new Map<string, number>()
  return {
    async takeAttempts({ tenantId, campaignId, flowId }) {
      const count = begun.get(campaignId) ?? 0
      if (count === leads) return { begun: [], nextAt: null }
      begun.set(campaignId, count + 1)
      const attempt = { attemptId: id(), callId: id(), leadId: id(), number: 1 }
      await begin({ tenantId, campaignId, flowId, ...attempt })
      return { begun: [attempt.attemptId], nextAt: null }
    },
    reconcileAttempts: async () => ({ over: [], begun: [] }),
    setCampaignStatus: async () => undefined,
    placeAttempt: async () => ({ maxCallMs: 60_000, ringMs, dialled: { outcome: 'placed' } }),
    async finishAttempt({ campaignId, attemptId, result: { outcome } }) {
      await report(campaignId, { attemptId, outcome })
      return true
    },
  }
}

import { randomUUID as id } from 'node:crypto'
import type { AttemptActivities, CampaignActivities } from '../contract.ts'

/** Every campaign has so many leads. */
const leads = 3

/** What a small campaign is told, without a database: one attempt after the other, each of which rings `ringMs`. `report` tells the campaign. */
export function scriptedCampaign(
  ringMs: number,
  report: (campaignId: string, over: { attemptId: string; outcome: string }) => Promise<void>,
): CampaignActivities & AttemptActivities {
  const begun = new Map<string, number>()
  return {
    async takeAttempts({ campaignId }) {
      const count = begun.get(campaignId) ?? 0
      if (count === leads) return { attempts: [], nextAt: null }
      begun.set(campaignId, count + 1)
      return { attempts: [{ attemptId: id(), callId: id(), leadId: id(), number: 1 }], nextAt: null }
    },
    reconcileAttempts: async () => ({ over: [], orphans: [] }),
    setCampaignStatus: async () => undefined,
    placeAttempt: async () => ({ maxCallMs: 60_000, ringMs, flowVersionId: id() }),
    finishAttempt: async () => undefined,
    reportAttempt: ({ campaignId, ...over }) => report(campaignId, over),
  }
}

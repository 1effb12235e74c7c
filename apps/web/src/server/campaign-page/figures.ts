import { campaignCounts, campaignFigures, type LeadState, leadStates } from '@parley/db'
import { campaignIdInput } from '../campaigns/campaign-input.ts'
import { procedure } from '../trpc.ts'

/** How far a campaign came: its leads by where they are, how many were called, answered and reached, and how calls ended. */
export const figures = procedure.input(campaignIdInput).query(async ({ ctx: { db, tenantId }, input: { campaignId } }) => {
  const [groups, reached] = await Promise.all([campaignCounts(db, tenantId, campaignId), campaignFigures(db, tenantId, campaignId)])
  const states = leadStates.map((state): { state: LeadState; leads: number } => ({
    state,
    leads: groups
      .filter(({ status, outcome }) => (status === 'finished' ? outcome : status) === state)
      .reduce((sum, { leads }) => sum + leads, 0),
  }))
  return { ...reached, states, leads: groups.reduce((sum, { leads }) => sum + leads, 0) }
})

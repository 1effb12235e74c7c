import { campaignPulse, mediaCapacity } from '@parley/db'
import { campaignWorkflowId } from '@parley/temporal/contract'
import { campaignIdInput } from '../campaigns/campaign-input.ts'
import { shownNumber } from '../telephony/shown-number.ts'
import { temporalUrl } from '../temporal-url.ts'
import { procedure } from '../trpc.ts'
import { describedCampaign } from './described-campaign.ts'
import { problemsOf } from './problems-of.ts'
import { shownContact } from './shown-contact.ts'

const paceMinutes = 60

/** A campaign as it is at this moment: its status, what it calls with, how fast it goes, who comes next and what keeps it from calling. */
export const read = procedure.input(campaignIdInput).query(async ({ ctx: { db, tenantId, role }, input: { campaignId } }) => {
  const now = new Date()
  const [{ settings, ...campaign }, pulse, capacity] = await Promise.all([
    describedCampaign(db, tenantId, campaignId),
    campaignPulse(db, tenantId, campaignId, { now, minutes: paceMinutes }),
    mediaCapacity(db),
  ])
  return {
    now,
    campaign,
    callerId: settings && shownNumber(settings.callerId).international,
    limits: settings?.limits ?? null,
    pulse: { ...pulse, next: pulse.next.map(({ contact, ...lead }) => ({ ...lead, ...shownContact(contact, { personal: false }) })) },
    problems: problemsOf({ settings, connection: campaign.connection }, capacity),
    temporalUrl: temporalUrl(campaignWorkflowId(campaignId)),
    mayChange: role !== 'viewer',
  }
})

import { preview as previewOf, readCalendar } from '@parley/campaigns'
import { publicHolidays } from '@parley/campaigns/holidays'
import { type Db, type DueLead, leadsWithAttempts, waitingLeads } from '@parley/db'
import { AppError } from '../app-error.ts'
import { campaignIdInput } from '../campaigns/campaign-input.ts'
import { procedure } from '../trpc.ts'
import { describedCampaign } from './described-campaign.ts'
import { shownContact } from './shown-contact.ts'

const pageSize = 5_000
const mostFirst = 10

/** Who would be called when if the campaign called from now on, by hour; who never, and why. */
export const preview = procedure.input(campaignIdInput).query(async ({ ctx: { db, tenantId }, input: { campaignId } }) => {
  const { settings } = await describedCampaign(db, tenantId, campaignId)
  if (!settings) throw new AppError('CAMPAIGN_UNREADABLE')
  const now = new Date()
  const leads = await allWaiting(db, tenantId, campaignId, now)
  const seen = previewOf(leads, { settings, calendar: readCalendar(settings.schedule, publicHolidays) }, now.getTime())
  const first = seen.first.slice(0, mostFirst)
  const known = await leadsWithAttempts(
    db,
    tenantId,
    first.map(({ leadId }) => leadId),
  )
  const contacts = new Map(known.map(({ id, contact }) => [id, shownContact(contact, { personal: false })]))
  return { ...seen, now, waiting: leads.length, first: first.map((one) => ({ ...one, ...contacts.get(one.leadId) })) }
})

async function allWaiting(db: Db, tenantId: string, campaignId: string, now: Date): Promise<DueLead[]> {
  const leads: DueLead[] = []
  let page: DueLead[]
  do {
    page = await waitingLeads(db, tenantId, campaignId, { now, afterId: leads.at(-1)?.id, take: pageSize })
    leads.push(...page)
  } while (page.length === pageSize)
  return leads
}

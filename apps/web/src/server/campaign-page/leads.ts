import { countLeads as countOf, type Db, findLeads, recordAudit } from '@parley/db'
import { z } from 'zod'
import { wantedLeads } from '../../campaign-page/wanted-leads.ts'
import { campaignIdInput } from '../campaigns/campaign-input.ts'
import { procedure } from '../trpc.ts'
import { shownContact } from './shown-contact.ts'

const pageSize = 100
const place = z.union([z.object({ afterId: z.uuid() }), z.object({ skip: z.number().int().min(0) })])
const pageInput = campaignIdInput.extend({ wanted: wantedLeads, place })

async function pageOf(db: Db, tenantId: string, input: z.output<typeof pageInput>, options: { personal: boolean }) {
  const leads = await findLeads(db, tenantId, input.campaignId, { filters: input.wanted, place: input.place, limit: pageSize })
  return leads.map(({ contact, ...lead }) => ({ ...lead, ...shownContact(contact, options) }))
}

/** One page of the leads asked for, personal data masked. */
export const leads = procedure.input(pageInput).query(({ ctx, input }) => pageOf(ctx.db, ctx.tenantId, input, { personal: false }))

/** The same page with names and numbers; who asked is recorded first. */
export const revealLeads = procedure.input(pageInput).mutation(async ({ ctx: { db, tenantId, userId }, input }) => {
  await recordAudit(db, tenantId, { userId, action: 'campaign.personalDataShown', subject: input.campaignId })
  return pageOf(db, tenantId, input, { personal: true })
})

/** How many leads are asked for. */
export const countLeads = procedure
  .input(campaignIdInput.extend({ wanted: wantedLeads }))
  .query(async ({ ctx, input: { campaignId, wanted } }) => ({ total: await countOf(ctx.db, ctx.tenantId, campaignId, wanted) }))

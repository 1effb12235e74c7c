import { normalisePhone } from '@parley/campaigns'
import { type Db, findLeadOfNumber, leadsWithAttempts, recordAudit } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { campaignIdInput } from '../campaigns/campaign-input.ts'
import { shownNumber } from '../telephony/shown-number.ts'
import { procedure } from '../trpc.ts'
import { describedCampaign } from './described-campaign.ts'
import { shownContact } from './shown-contact.ts'

const leadInput = z.object({ leadId: z.uuid() })

async function readLead(db: Db, tenantId: string, leadId: string, { personal }: { personal: boolean }) {
  const [lead] = await leadsWithAttempts(db, tenantId, [leadId])
  if (!lead) throw new AppError('LEAD_NOT_FOUND', 'NOT_FOUND')
  const { contact, ...row } = lead
  return { ...row, ...shownContact(contact, { personal }), variables: personal ? contact.variables : null, personal }
}

/** A lead with its attempts and why each was made, personal data masked. */
export const lead = procedure.input(leadInput).query(({ ctx, input }) => readLead(ctx.db, ctx.tenantId, input.leadId, { personal: false }))

/** The same lead with name, number and variables; who asked is recorded first. */
export const revealLead = procedure.input(leadInput).mutation(async ({ ctx: { db, tenantId, userId }, input: { leadId } }) => {
  await recordAudit(db, tenantId, { userId, action: 'lead.personalDataShown', subject: leadId })
  return readLead(db, tenantId, leadId, { personal: true })
})

/** The lead of a campaign that has a number, as people write it. A mutation only so that the number stands in no address. */
export const findLead = procedure
  .input(campaignIdInput.extend({ number: z.string().max(60) }))
  .mutation(async ({ ctx: { db, tenantId }, input: { campaignId, number } }) => {
    const { settings } = await describedCampaign(db, tenantId, campaignId)
    const country = settings?.defaultCountry ?? (settings ? shownNumber(settings.callerId).country : undefined)
    const read = normalisePhone(number, country)
    if (!read.ok) return { found: 'noNumber' as const }
    const leadId = await findLeadOfNumber(db, tenantId, campaignId, read.number)
    return leadId ? { found: 'lead' as const, leadId } : { found: 'nobody' as const }
  })

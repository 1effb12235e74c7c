import { describeCampaign, recordAudit } from '@parley/db'
import { z } from 'zod'
import { wantedLeads } from '../../../../../../campaign-page/wanted-leads.ts'
import { catalogues } from '../../../../../../i18n/catalogue.ts'
import { locales } from '../../../../../../i18n/locale.ts'
import { isTimeZone } from '../../../../../../lib/is-time-zone.ts'
import { exportLeads } from '../../../../../../server/campaign-page/export/export-leads.ts'
import { database } from '../../../../../../server/database.ts'
import { currentMember } from '../../../../../../server/session.ts'
import { streamLines } from '../../../../../../server/stream-lines.ts'

export const dynamic = 'force-dynamic'

const how = wantedLeads.extend({ language: z.enum(locales).catch('en'), zone: z.string().refine(isTimeZone).catch('UTC') })

/** The leads of a campaign with their attempts as CSV that is sent while it is read. It has names and numbers: viewers get none, and who exported is recorded. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const member = await currentMember()
  if (!member) return new Response('UNAUTHORIZED', { status: 401 })
  if (member.role === 'viewer') return new Response('EDITOR_NEEDED', { status: 403 })
  const campaignId = z.uuid().safeParse((await params).id)
  const asked = how.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!campaignId.success || !asked.success) return new Response('BAD_INPUT', { status: 400 })
  const { tenantId, userId } = member
  if (!(await describeCampaign(database(), tenantId, campaignId.data))) return new Response('CAMPAIGN_NOT_FOUND', { status: 404 })
  await recordAudit(database(), tenantId, { userId, action: 'campaign.leadsExported', subject: campaignId.data })
  const { language, zone, ...filters } = asked.data
  const lines = exportLeads(database(), tenantId, { campaignId: campaignId.data, filters, text: catalogues[language], timeZone: zone })
  return streamLines(lines, { fileName: `leads-${new Date().toISOString().slice(0, 10)}.csv`, what: 'an export of leads' })
}

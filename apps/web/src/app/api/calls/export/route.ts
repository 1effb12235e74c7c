import { recordAudit } from '@parley/db'
import { z } from 'zod'
import { usualColumns, wantedCallsOf } from '../../../../calls/wanted-calls.ts'
import { catalogues } from '../../../../i18n/catalogue.ts'
import { locales } from '../../../../i18n/locale.ts'
import { isTimeZone } from '../../../../lib/is-time-zone.ts'
import { exportCalls } from '../../../../server/calls/export/export-calls.ts'
import { filtersOf, orderOf } from '../../../../server/calls/filters-of.ts'
import { database } from '../../../../server/database.ts'
import { currentMember } from '../../../../server/session.ts'
import { streamLines } from '../../../../server/stream-lines.ts'

export const dynamic = 'force-dynamic'

const how = z.object({
  language: z.enum(locales).catch('en'),
  zone: z.string().refine(isTimeZone).catch('UTC'),
  offset: z.coerce.number().int().catch(0),
  ids: z
    .string()
    .transform((text) => text.split('.'))
    .pipe(z.array(z.uuid()))
    .optional(),
})

/** The list of calls as the asker sees it, as CSV that is sent while it is read. Who exported is recorded. */
export async function GET(request: Request): Promise<Response> {
  const member = await currentMember()
  if (!member) return new Response('UNAUTHORIZED', { status: 401 })
  const search = new URL(request.url).searchParams
  const asked = how.safeParse(Object.fromEntries(search))
  if (!asked.success) return new Response('BAD_INPUT', { status: 400 })
  const { language, zone, offset, ids } = asked.data
  const wanted = wantedCallsOf(search)
  const { tenantId, userId } = member
  await recordAudit(database(), tenantId, { userId, action: 'calls.exported', subject: tenantId, detail: ids ? { calls: ids.length } : {} })

  const filters = ids ? { ids } : filtersOf(wanted, new Date(), offset)
  const columns = wanted.columns ?? usualColumns
  const lines = exportCalls(database(), tenantId, { filters, order: orderOf(wanted), columns, text: catalogues[language], timeZone: zone })
  return streamLines(lines, { fileName: `calls-${new Date().toISOString().slice(0, 10)}.csv`, what: 'an export of calls' })
}

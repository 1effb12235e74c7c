import { readLeads } from '@parley/campaigns/import'
import { beginImport, commitImport, type Db, dropImport, recordAudit, stageLeads } from '@parley/db'
import type { ImportNews } from '../../campaigns/import/import-news.ts'
import type { ImportInput } from './import-input.ts'
import { tellOfLeads } from './tell-of-leads.ts'
import { type Upload, wholeOf } from './upload.ts'

type Who = { db: Db; tenantId: string; userId: string }

/**
 * Makes leads of a file while it arrives, and says how far that is. All of its good rows become leads at once, at the end; whoever stops listening
 * before, or meets an error, leaves nothing behind. Throws FileError.
 */
export async function* importLeads(
  who: Who,
  campaignId: string,
  upload: Upload,
  { format, mapping, defaultCountry }: ImportInput,
): AsyncGenerator<ImportNews> {
  const { db, tenantId, userId } = who
  const { importId } = await beginImport(db, tenantId, campaignId)
  let isDone = false
  try {
    const counts = { leads: 0, refused: 0 }
    for await (const batch of readLeads(wholeOf(upload), format, mapping, defaultCountry)) {
      await stageLeads(db, tenantId, importId, batch)
      counts.leads += batch.leads.length
      counts.refused += batch.refused.length
      yield { state: 'reading', ...counts }
    }
    yield { state: 'checking', ...counts }
    const result = await commitImport(db, tenantId, importId)
    isDone = true
    await recordAudit(db, tenantId, { userId, action: 'leads.imported', subject: campaignId, detail: { importId, ...result } })
    yield { state: 'done', importId, ...result, campaign: result.leads > 0 ? await tellOfLeads(who, campaignId) : 'unchanged' }
  } finally {
    if (!isDone) await dropImport(db, tenantId, importId)
  }
}

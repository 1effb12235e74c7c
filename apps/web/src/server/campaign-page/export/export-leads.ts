import { byteOrderMark, writeRow } from '@parley/campaigns/import'
import { type Db, findLeads, type LeadAttempt, type LeadFilters, leadsWithAttempts } from '@parley/db'
import { failureSentence } from '../../../calls/failure-sentence.ts'
import { outcomeWords, reasonWords } from '../../../campaign-page/lead-words.ts'
import type { Catalogue } from '../../../i18n/catalogue.ts'

const pageSize = 500

type Exported = { campaignId: string; filters: LeadFilters; text: Catalogue; timeZone: string }

/**
 * The leads of a campaign as lines of CSV, a page at a time: a line for each attempt, and one for a lead without any. Instants as
 * `2026-11-28 14:05:09` in the reader's zone.
 */
export async function* exportLeads(db: Db, tenantId: string, { campaignId, filters, text, timeZone }: Exported): AsyncGenerator<string> {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone })
  const when = (at: Date | null) => (at ? format.format(at) : undefined)
  const heads = text.campaignPage.exportHeads
  const columns = [heads.number, heads.name, heads.zone, heads.state, heads.reason, heads.attempt]
  const timed = [heads.begun, heads.ended].map((head) => `${head} (${timeZone})`)
  yield byteOrderMark + writeRow([...columns, ...timed, heads.outcome, heads.failure, heads.talk, heads.call])
  const attemptCells = (attempt: LeadAttempt | undefined) => [
    attempt?.number,
    when(attempt?.dialledAt ?? null),
    when(attempt?.endedAt ?? null),
    attempt && outcomeWords(text, attempt),
    attempt?.failureCode ? failureSentence(text, attempt.failureCode) : undefined,
    attempt?.call ? Math.round(attempt.call.durationMs / 1000) : undefined,
    attempt?.call?.id,
  ]
  let afterId: string | undefined
  do {
    const page = await findLeads(db, tenantId, campaignId, { filters, place: afterId ? { afterId } : { skip: 0 }, limit: pageSize })
    const leads = await leadsWithAttempts(
      db,
      tenantId,
      page.map(({ id }) => id),
    )
    const lines = leads.flatMap(({ contact, zones, state, reason, attempts }) => {
      const person = [
        contact.phone,
        contact.name,
        zones.join(' '),
        text.campaignPage.states[state],
        reason ? reasonWords(text, reason) : undefined,
      ]
      return (attempts.length > 0 ? attempts : [undefined]).map((attempt) => writeRow([...person, ...attemptCells(attempt)]))
    })
    if (lines.length > 0) yield lines.join('')
    afterId = page.length === pageSize ? page.at(-1)?.id : undefined
  } while (afterId)
}

import { byteOrderMark, writeRow } from '@parley/campaigns/import'
import { type CallFilters, type CallOrder, type Db, findCalls, type ListedCall } from '@parley/db'
import { failureSentence } from '../../../calls/failure-sentence.ts'
import type { CallColumn } from '../../../calls/wanted-calls.ts'
import type { Catalogue } from '../../../i18n/catalogue.ts'

const pageSize = 500

type Exported = { filters: CallFilters; order: CallOrder; columns: readonly CallColumn[]; text: Catalogue; timeZone: string }

/** The calls as lines of CSV, a page at a time, with the columns and words of the list; instants as `2026-11-28 14:05:09` in the reader's zone. */
export async function* exportCalls(
  db: Db,
  tenantId: string,
  { filters, order, columns, text, timeZone }: Exported,
): AsyncGenerator<string> {
  const when = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone })
  const cells: Record<CallColumn, (call: ListedCall) => string | number> = {
    when: (call) => when.format(call.startedAt),
    flow: (call) => `${call.flowName} ${text.callPage.version(call.flowVersionNumber)}`,
    outcome: (call) => (call.outcome ? text.calls.outcomes[call.outcome] : text.calls.statuses[call.status]),
    channel: (call) => text.callPage.channels[call.channel],
    duration: (call) => (call.endedAt ? Math.round(call.durationMs / 1000) : ''),
    turns: (call) => call.turns,
    recording: (call) => (call.hasRecording ? text.callPage.yes : text.callPage.no),
    failure: (call) => (call.failureCode ? failureSentence(text, call.failureCode) : ''),
  }
  const unit: Partial<Record<CallColumn, string>> = { when: ` (${timeZone})`, duration: ' (s)' }
  yield byteOrderMark + writeRow(columns.map((name) => text.callList.columnNames[name] + (unit[name] ?? '')))
  let after: ListedCall | undefined
  do {
    const page = await findCalls(db, tenantId, { filters, order, limit: pageSize, place: after ? { after } : { skip: 0 } })
    if (page.length > 0) yield page.map((call) => writeRow(columns.map((name) => cells[name](call)))).join('')
    after = page.length === pageSize ? page.at(-1) : undefined
  } while (after)
}

import { getCall, getFlowVersion, readJournal } from '@parley/db'
import type { CallFacts, Flow, JournalEntry } from '@parley/flow-runtime'
import type { MediaDeps } from './media-deps.ts'

export type LoadedCall = { ok: true; facts: CallFacts; flow: Flow; journal: JournalEntry[] } | { ok: false; failureCode: string }

/** The call with its pinned flow and what earlier processes wrote. What is missing or unreadable is an answer; a database that is away throws. */
export async function loadCall({ db }: Pick<MediaDeps, 'db'>, tenantId: string, callId: string): Promise<LoadedCall> {
  const [call, journal] = await Promise.all([getCall(db, tenantId, callId), readJournal(db, tenantId, callId)])
  if (!call) return { ok: false, failureCode: 'CALL_UNKNOWN' }
  const version = await getFlowVersion(db, tenantId, call.flowVersionId)
  if (!version) return { ok: false, failureCode: 'FLOW_VERSION_MISSING' }
  if (!version.document) return { ok: false, failureCode: 'FLOW_VERSION_UNREADABLE' }
  return { ok: true, facts: call.facts, flow: version.document, journal }
}

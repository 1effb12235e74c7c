import { type Db, getCall, getFlowVersion, getRecording, listAppointments, readJournal } from '@parley/db'
import { env } from '../../env.ts'
import { AppError } from '../app-error.ts'
import { maskEntries } from './mask-entries.ts'

/** Everything the call page shows. Personal values are masked on the server unless `personal`. */
export async function readCall(db: Db, tenantId: string, callId: string, { personal }: { personal: boolean }) {
  const call = await getCall(db, tenantId, callId)
  if (!call) throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  const [version, entries, recording, appointments] = await Promise.all([
    getFlowVersion(db, tenantId, call.flowVersionId),
    readJournal(db, tenantId, callId),
    getRecording(db, tenantId, callId),
    listAppointments(db, tenantId, { callId }),
  ])
  const flows = version ? [version.document, ...Object.values(version.document.subflows)] : []
  const personalNames = flows.flatMap(({ variables }) => variables.filter(({ pii }) => pii).map(({ name }) => name))
  const { facts: _facts, ...row } = call
  return {
    call: row,
    flow: version?.document ?? null,
    entries: personal ? entries : maskEntries(entries, personalNames),
    recording: recording && { startedAt: recording.startedAt, seconds: recording.seconds, peaks: recording.peaks },
    appointments: appointments.map(({ contact, ...appointment }) => ({ ...appointment, contact: personal ? contact : {} })),
    personal,
    temporalUrl: temporalUrl(call.workflowId),
  }
}

function temporalUrl(workflowId: string | null): string | undefined {
  const { TEMPORAL_UI_URL, TEMPORAL_NAMESPACE } = env()
  if (!workflowId || !TEMPORAL_UI_URL) return undefined
  return `${TEMPORAL_UI_URL}/namespaces/${encodeURIComponent(TEMPORAL_NAMESPACE)}/workflows/${encodeURIComponent(workflowId)}`
}

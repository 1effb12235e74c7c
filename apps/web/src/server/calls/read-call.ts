import { type Db, getCall, getFlowVersion, getRecording, getTranscription, listAppointments, readJournal } from '@parley/db'
import type { Flow, JournalEntry } from '@parley/flow-runtime'
import { env } from '../../env.ts'
import { AppError } from '../app-error.ts'
import { maskEntries } from './mask-entries.ts'
import { maskTranscription } from './mask-transcription.ts'

/** Everything the call page shows. Personal values are masked on the server unless `personal`. */
export async function readCall(db: Db, tenantId: string, callId: string, { personal }: { personal: boolean }) {
  const call = await getCall(db, tenantId, callId)
  if (!call) throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  const [version, entries, recording, transcription, appointments] = await Promise.all([
    getFlowVersion(db, tenantId, call.flowVersionId),
    readJournal(db, tenantId, callId),
    getRecording(db, tenantId, callId),
    getTranscription(db, tenantId, callId),
    listAppointments(db, tenantId, { callId }),
  ])
  const flow = version?.document ?? null
  const { facts: _facts, ...row } = call
  const names = personal ? [] : personalNames(flow, entries)
  const originAt = Number(recording?.startedAt ?? call.startedAt)
  return {
    call: row,
    flow,
    entries: personal ? entries : maskEntries(entries, names),
    recording: recording && { startedAt: recording.startedAt, seconds: recording.seconds, peaks: recording.peaks },
    transcription: transcription && {
      createdAt: transcription.createdAt,
      turns: personal ? transcription.turns : maskTranscription(transcription.turns, { entries, names, originAt }),
    },
    appointments: appointments.map(({ contact, ...appointment }) => ({ ...appointment, contact: personal ? contact : {} })),
    personal,
    temporalUrl: temporalUrl(call.workflowId),
  }
}

/** Of a version that cannot be read every variable may be personal. */
function personalNames(flow: Flow | null, entries: readonly JournalEntry[]): string[] {
  if (!flow) return [...new Set(entries.flatMap((entry) => (entry.kind === 'step' ? Object.keys(entry.state.variables) : [])))]
  const flows = [flow, ...Object.values(flow.subflows)]
  return flows.flatMap(({ variables }) => variables.filter(({ pii }) => pii).map(({ name }) => name))
}

function temporalUrl(workflowId: string | null): string | undefined {
  const { TEMPORAL_UI_URL, TEMPORAL_NAMESPACE } = env()
  if (!workflowId || !TEMPORAL_UI_URL) return undefined
  return `${TEMPORAL_UI_URL}/namespaces/${encodeURIComponent(TEMPORAL_NAMESPACE)}/workflows/${encodeURIComponent(workflowId)}`
}

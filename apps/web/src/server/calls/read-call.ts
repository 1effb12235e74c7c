import { type Db, findLine, getCall, getFlowVersion, getRecording, getTranscription, listAppointments, readJournal } from '@parley/db'
import { AppError } from '../app-error.ts'
import { maskPhone } from '../contacts/mask-person.ts'
import { shownNumber } from '../telephony/shown-number.ts'
import { temporalUrl } from '../temporal-url.ts'
import { maskEntries } from './mask-entries.ts'
import { maskTranscription } from './mask-transcription.ts'
import { personalNames } from './personal-names.ts'

/** Everything the call page shows. Personal values are masked on the server unless `personal`. */
export async function readCall(db: Db, tenantId: string, callId: string, { personal }: { personal: boolean }) {
  const call = await getCall(db, tenantId, callId)
  if (!call) throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  const [version, entries, recording, transcription, appointments, line] = await Promise.all([
    getFlowVersion(db, tenantId, call.flowVersionId),
    readJournal(db, tenantId, callId),
    getRecording(db, tenantId, callId),
    getTranscription(db, tenantId, callId),
    listAppointments(db, tenantId, { callId }),
    findLine(db, tenantId, callId),
  ])
  const flow = version?.document ?? null
  const { facts, ...row } = call
  const { phone } = facts.contact ?? {}
  const names = personal ? [] : personalNames(flow, entries)
  const originAt = Number(recording?.startedAt ?? call.startedAt)
  return {
    call: row,
    flow,
    line: line && {
      direction: line.direction,
      ourNumber: shownNumber(line.number).international,
      theirNumber: phone && (personal ? shownNumber(phone).international : maskPhone(phone)),
    },
    entries: personal ? entries : maskEntries(entries, names),
    recording: recording && { startedAt: recording.startedAt, seconds: recording.seconds, peaks: recording.peaks },
    transcription: transcription && {
      createdAt: transcription.createdAt,
      turns: personal ? transcription.turns : maskTranscription(transcription.turns, { entries, names, originAt }),
    },
    appointments: appointments.map(({ contact, ...appointment }) => ({ ...appointment, contact: personal ? contact : {} })),
    personal,
    temporalUrl: call.workflowId === null ? undefined : temporalUrl(call.workflowId),
  }
}

import { transcriptOf } from '@parley/flow-runtime'
import type { AppointmentCall } from './appointment-call.ts'
import { pathOf } from './call-view.ts'
import { median } from './numbers.ts'

export type SmokeResult = {
  answered: boolean
  turns: number
  path: string[]
  outcome: string | null
  gapMsP50: number | null
  gapMsMax: number | null
  callId: string
  workflowStatus: string
  transcript: { speaker: string; text: string }[]
  recordingSeconds: number | null
  appointment: { service: string; startsAt: string } | null
}

/** What one test call showed, in the words of `./parley smoke`. */
export function smokeResult({ callId, report, view }: AppointmentCall, workflowStatus: string): SmokeResult {
  const gaps = report.lines.flatMap((line) => line.gapMs ?? [])
  const appointment = view.appointments.find(({ status }) => status === 'booked')
  return {
    answered: report.answeredAt !== undefined,
    turns: view.call.turns,
    path: pathOf(view),
    outcome: view.call.outcome,
    gapMsP50: gaps.length > 0 ? median(gaps) : null,
    gapMsMax: gaps.length > 0 ? Math.max(...gaps) : null,
    callId,
    workflowStatus,
    transcript: transcriptOf(view.entries).map(({ speaker, text }) => ({ speaker, text })),
    recordingSeconds: view.recording?.seconds ?? null,
    appointment: appointment ? { service: appointment.service, startsAt: appointment.startsAt } : null,
  }
}

/** What a good call must show and this one does not, as sentences. */
export function missingFrom(result: SmokeResult): string[] {
  const bySpeaker = (speaker: string) => result.transcript.filter((turn) => turn.speaker === speaker && turn.text.trim() !== '').length
  const checks: [boolean, string][] = [
    [result.answered, 'The agent was never heard.'],
    [result.turns >= 2, `Only ${result.turns} turns were counted.`],
    [result.path.length >= 3, `The call went through ${result.path.length} nodes only.`],
    [result.outcome === 'completed', `The outcome is ${result.outcome ?? 'missing'}, not completed.`],
    [result.gapMsP50 !== null, 'No answer of the agent was heard after a sentence of the caller.'],
    [result.workflowStatus === 'COMPLETED', `The workflow is ${result.workflowStatus}, not COMPLETED.`],
    [bySpeaker('agent') > 0 && bySpeaker('contact') > 0, 'The transcript lacks one of the two sides.'],
    [(result.recordingSeconds ?? 0) > 1, 'There is no recording of the call.'],
    [result.appointment !== null, 'No appointment was booked.'],
  ]
  return checks.flatMap(([ok, sentence]) => (ok ? [] : [sentence]))
}

import { setTimeout as delay } from 'node:timers/promises'
import { type CallerReport, type Line, placeCall } from '@parley/testing'
import { z } from 'zod'
import { answerTo } from './answers.ts'
import { type CallView, openQuestion, readCall } from './call-view.ts'
import type { StudioClient } from './studio-client.ts'

const flowRows = z.array(z.object({ id: z.string(), name: z.string(), publishedVersionId: z.string().nullable() }))
const joined = z.object({ url: z.string(), token: z.string() })

/** A person leaves this much silence after a question before answering. */
const answerAfterSilenceMs = 700
const maxCallMs = 120_000
const mostAnswers = 15

export type CallOptions = {
  /** Said before anything was asked; then the questions are answered. */
  first?: readonly Line[]
  /** Leave after this long, milliseconds; two minutes unless told otherwise. */
  maxMs?: number
  /** Told each time before the caller speaks. */
  onLine?: (name: string) => void
  /** Told as soon as the call exists. */
  onCall?: (callId: string) => void
}
export type AppointmentCall = { callId: string; report: CallerReport; view: CallView }

/** The seeded flow in its published version. */
export async function appointmentFlowId(client: StudioClient): Promise<string> {
  const rows = flowRows.parse(await client.query('flows.list'))
  const found = rows.find((row) => row.name === 'Appointments' && row.publishedVersionId) ?? rows.find((row) => row.publishedVersionId)
  if (!found) throw new Error('There is no published flow to call.')
  return found.id
}

/**
 * Calls the appointment flow as a browser does and books: answers each question with a recorded sentence once the agent is quiet,
 * stays until the line ends (two minutes at most), then waits until the call is wrapped up (15 s at most).
 */
export async function callAppointmentFlow(client: StudioClient, options: CallOptions = {}): Promise<AppointmentCall> {
  const flowId = await appointmentFlowId(client)
  const { callId } = z.object({ callId: z.string() }).parse(await client.mutate('calls.start', { flowId }))
  options.onCall?.(callId)
  const { url, token } = joined.parse(await client.mutate('calls.join', { callId }))
  const lines = answers(client, callId, options.first ?? [])
  const report = await placeCall({ url, token, lines, maxMs: options.maxMs ?? maxCallMs, onLine: options.onLine })
  return { callId, report, view: await wrappedUp(client, callId) }
}

/** One line per question of the agent, decided when it is asked. */
async function* answers(client: StudioClient, callId: string, first: readonly Line[]): AsyncGenerator<Line> {
  yield* first
  const answeredEffects = new Set<string>()
  const timesAsked = new Map<string, number>()
  const untilMs = performance.now() + maxCallMs
  while (performance.now() < untilMs && answeredEffects.size < mostAnswers) {
    const view = await readCall(client, callId)
    if (view.call.status === 'ended' || view.call.status === 'wrappingUp') return
    const question = openQuestion(view)
    if (!question || answeredEffects.has(question.effectId)) {
      await delay(100)
      continue
    }
    answeredEffects.add(question.effectId)
    const nth = timesAsked.get(question.kind) ?? 0
    timesAsked.set(question.kind, nth + 1)
    const line = await answerTo(question.kind, nth, { afterSilenceMs: answerAfterSilenceMs })
    if (!line) throw new Error(`The agent asked for ${question.kind}, which the caller has no sentence for.`)
    yield line
  }
}

async function wrappedUp(client: StudioClient, callId: string): Promise<CallView> {
  const untilMs = performance.now() + 15_000
  let view = await readCall(client, callId)
  while (view.call.status !== 'ended' && performance.now() < untilMs) {
    await delay(200)
    view = await readCall(client, callId)
  }
  return view
}

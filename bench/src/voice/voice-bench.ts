import { randomUUID } from 'node:crypto'
import { contactIdentity } from '@parley/temporal/contract'
import { type CallerOptions, type CallerReport, type Line, openAiStandIn, placeCall } from '@parley/testing'
import { startThrowawayStack } from '@parley/tools'
import { AccessToken } from 'livekit-server-sdk'
import { wishes } from './flows.ts'
import { type SpokenUtterance, speakUtterances, type ToSpeak } from './utterances.ts'
import { startVendorProcess } from './vendor-process.ts'
import { startVoiceProcess, type Timing, type VoiceOptions, type VoiceProcess } from './voice-process.ts'

export type Transport = 'socket' | 'room'
export type Called = {
  callId: string
  report: CallerReport
  timings: Timing[]
  heard: string[]
  notes: string[]
  said: { text: string; language: string; at: number }[]
}
type CallOptions = Partial<Pick<CallerOptions, 'leaveAfterSilenceMs' | 'noise' | 'onLine' | 'onSent'>>
type StartOptions = {
  withModel?: boolean
  /** Instead of the model that understands. */
  modelUrl?: string
  modelDeadlineMs?: number
  /** Of the vendor; `flux-…` hears the ends of turns itself. */
  recognitionModel?: string | undefined
  vendorUrl?: string | undefined
  voice?: VoiceOptions | undefined
}

const confidence = 0.95
/** A person leaves this much silence after an answer before the next question. */
export const afterSilenceMs = 500

/**
 * What a measurement of the voice stands on: the worker's voice in a process of its own, stand-ins of the vendors that recognise what is said here and are
 * as late as they are told, callers on media sockets and in rooms of a real LiveKit server.
 */
export async function voiceBench(texts: readonly ToSpeak[]) {
  const stack = await startThrowawayStack('bench', { parts: ['livekit', 'speech'], extraEnv: { SPEECH_SERVER_FAULTS: '1' } })
  const { LIVEKIT_URL = '', LIVEKIT_API_KEY = '', LIVEKIT_API_SECRET = '', SPEECH_SERVER_URL = '' } = stack.env
  const livekit = { url: LIVEKIT_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET }
  const utterances = await speakUtterances(SPEECH_SERVER_URL, texts)
  const vendors = await startVendorProcess(utterances)
  const model = await openAiStandIn(({ messages }) => {
    const asked = JSON.stringify(messages.at(-1)?.content)
    const meant = wishes.find(({ unlike }) => asked.toLowerCase().includes(unlike.toLowerCase()))
    return JSON.stringify({ intent: meant?.intent ?? null, confidence, slots: [] })
  })

  async function call(
    process: VoiceProcess,
    transport: Transport,
    lines: Iterable<Line>,
    maxMs: number,
    options: CallOptions = {},
  ): Promise<Called> {
    const callId = randomUUID()
    if (transport === 'room') process.joinRoom(callId)
    const where = transport === 'socket' ? { mediaUrl: process.mediaUrl(callId) } : { url: livekit.url, token: await tokenFor(callId) }
    const report = await placeCall({ ...where, lines, leaveAfterSilenceMs: afterSilenceMs, maxMs, ...options })
    const mine = process.messages.filter((message) => 'callId' in message && message.callId === callId)
    return {
      callId,
      report,
      timings: mine.flatMap((message) => (message.type === 'timing' ? [message.timing] : [])),
      heard: mine.flatMap((message) => (message.type === 'heard' ? [message.text] : [])),
      said: mine.flatMap((message) => (message.type === 'said' ? [message] : [])),
      notes: mine.flatMap((message) => (message.type === 'note' ? [`${message.code} ${message.detail ?? ''}`] : [])),
    }
  }

  function tokenFor(room: string): Promise<string> {
    const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity: contactIdentity })
    token.addGrant({ roomJoin: true, room, canPublish: true, canSubscribe: true, canPublishData: true })
    return token.toJwt()
  }

  return {
    speechUrl: SPEECH_SERVER_URL,
    utterances,
    vendors,
    model,
    call,
    start: (flow: object, { withModel = false, vendorUrl = vendors.url, ...options }: StartOptions = {}) =>
      startVoiceProcess({ ...(withModel ? { modelUrl: model.baseUrl } : {}), ...options, vendorUrl, flow, livekit }),
    async stop() {
      await model.close()
      await vendors.close()
      await stack.stop()
    },
  }
}
export type VoiceBench = Awaited<ReturnType<typeof voiceBench>>

/** These utterances, one after the other, each after the answer to the one before; then the caller hangs up. */
export function* conversation(said: readonly SpokenUtterance[]): Generator<Line> {
  for (const { name, caller } of said) yield { name, pcm: caller, when: { afterSilenceMs } }
}

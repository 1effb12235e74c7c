import { readFile } from 'node:fs/promises'
import { type Flow, flow as flowSchema } from '@parley/flow-runtime'
import { contactIdentity } from '@parley/temporal/contract'
import { createGenerator, createLocalEngine, createModelEngine, createUnderstanding } from '@parley/understanding'
import { pino } from 'pino'
import { z } from 'zod'
import { systemClock } from '../src/clock.ts'
import { conduct } from '../src/conductor.ts'
import { noGenerator } from '../src/generator-port.ts'
import { createJournalWriter } from '../src/journal-writer.ts'
import { createLiveKitPort } from '../src/livekit/livekit-port.ts'
import { outliveGoneHandles } from '../src/livekit/outlive-gone-handles.ts'
import { startMediaServer } from '../src/media-stream/media-server.ts'
import { createSocketLine } from '../src/media-stream/socket-line.ts'
import { recordsInJournal } from '../src/records-port.ts'
import { createSpeechProviders, sharedSpeech } from '../src/speech/providers.ts'
import type { SpeechRate } from '../src/speech/synthesiser.ts'
import { installedProviders } from '../src/speech-config.ts'
import { speechOf } from '../src/speech-of.ts'
import { noTasks } from '../src/tasks-port.ts'
import { createLinePort } from '../src/turn-taking/line-port.ts'
import { warmUpFlow } from '../src/warm-up-flow.ts'

/**
 * For measurements: everything of the worker that is on the path of a turn, many calls in one process, without Postgres and Temporal. Calls one flow on
 * media sockets (any token opens a call, which gets its name) and in rooms (asked for by message); tells its parent what happens.
 */
const settings = z.object({
  flowFile: z.string(),
  vendorUrl: z.string(),
  recognitionModel: z.string().optional(),
  modelUrl: z.string().optional(),
  modelDeadlineMs: z.number().default(1_500),
  /** Speaks in place of `vendorUrl`; `fallbackUrl`: a local speech server behind it. */
  voice: z.object({ url: z.string(), apiKey: z.string(), voiceId: z.string(), fallbackUrl: z.string().optional() }).optional(),
  slots: z.number(),
  livekit: z.object({ url: z.string(), apiKey: z.string(), apiSecret: z.string() }).optional(),
})
const order = z.object({ type: z.literal('room'), roomName: z.string() })

const {
  flowFile,
  vendorUrl,
  recognitionModel,
  modelUrl,
  modelDeadlineMs: deadlineMs,
  voice,
  slots,
  livekit,
} = settings.parse(JSON.parse(process.argv[2] ?? ''))
const flow: Flow = flowSchema.parse(JSON.parse(await readFile(flowFile, 'utf8')))
const logger = pino({ level: 'silent' })
const fallback = installedProviders({ SPEECH_SERVER_URL: voice?.fallbackUrl }).filter(({ kind }) => kind === 'synthesis')
const vendors = installedProviders({
  DEEPGRAM_API_KEY: 'stand-in',
  DEEPGRAM_URL: vendorUrl,
  DEEPGRAM_MODEL: recognitionModel,
  ELEVENLABS_API_KEY: voice?.apiKey ?? 'stand-in',
  ELEVENLABS_URL: voice?.url ?? vendorUrl,
  ELEVENLABS_VOICE_ID: voice?.voiceId,
})
const speech = createSpeechProviders([...vendors, ...fallback], sharedSpeech(), 'measured')
const model = modelUrl ? { apiKey: 'stand-in', baseUrl: modelUrl, model: 'stand-in' } : undefined
const understand = createUnderstanding({
  local: createLocalEngine(),
  ...(model ? { model: createModelEngine({ ...model, deadlineMs }) } : {}),
  deadlineMs,
  threshold: flow.settings.understanding.threshold,
})
outliveGoneHandles(() => console.error('ROOM_HANDLE_GONE'))
const tell = (message: object) => void process.send?.(message)
const { interruption } = flow.settings

/** Retries and fallbacks of providers, and what is wrong with the caller's audio. */
const onNote =
  (callId: string) =>
  ({ code, detail }: { code: string; detail: string }) =>
    tell({ type: 'note', callId, code, detail, at: systemClock.now() })

async function converse(callId: string, port: Awaited<ReturnType<typeof createLiveKitPort>>) {
  const journal = createJournalWriter({
    write: async (entries) => {
      for (const entry of entries) {
        if (entry.kind === 'timing') tell({ type: 'timing', callId, timing: entry.timing })
        if (entry.kind === 'note') tell({ type: 'note', callId, code: entry.code, detail: entry.detail, at: entry.at })
        if (entry.kind === 'step') {
          for (const effect of entry.effects)
            if (effect.type === 'say') tell({ type: 'said', callId, text: effect.text, language: effect.language, at: entry.at })
        }
        if (entry.kind === 'event' && entry.event.type === 'contactSaid') tell({ type: 'heard', callId, text: entry.event.text })
      }
    },
  })
  const facts = { callId, direction: 'inbound', channel: 'phone', timeZone: 'Europe/Paris' } as const
  try {
    const conducted = await conduct({
      flow,
      facts,
      port,
      understand,
      generator: model ? createGenerator({ providers: [model], deadlineMs }) : noGenerator,
      tools: { call: () => Promise.reject(new Error('There are no tools here.')) },
      tasks: noTasks,
      records: recordsInJournal,
      journal,
      clock: systemClock,
      signal: new AbortController().signal,
    })
    await journal.flushed(1_000)
    tell({ type: 'ended', callId, outcome: conducted.outcome, failureCode: conducted.failureCode })
  } finally {
    journal.close()
    await port.close()
  }
}

const failed = (callId: string) => (error: unknown) => tell({ type: 'ended', callId, outcome: 'failed', failureCode: String(error) })
const tenantId = '0190f5a4-0000-7000-8000-000000000002'
const sockets = await startMediaServer({
  host: '127.0.0.1',
  port: 0,
  logger,
  slots,
  consumeToken: async (token) => ({ state: 'open', tenantId, callId: token, lineId: token }),
  onArrival: async ({ callId }) => {
    const arrived = await sockets.claim(callId)
    if (!arrived) return
    const { socket, ...spoken } = arrived
    const line = createSocketLine(socket, {
      ...spoken,
      clock: systemClock,
      onLost: () => tell({ type: 'lost', callId }),
      onNote: () => undefined,
    })
    converse(
      callId,
      createLinePort(line, { speech: speechOf(flow, speech), clock: systemClock, interruption, onNote: onNote(callId) }),
    ).catch(failed(callId))
  },
})

process.on('message', (message) => {
  const { roomName } = order.parse(message)
  if (!livekit) return
  createLiveKitPort({
    ...livekit,
    speech: speechOf(flow, speech),
    clock: systemClock,
    interruption,
    onNote: onNote(roomName),
    logger,
    roomName,
    identity: 'agent-1',
    contactIdentity,
  })
    .then((port) => converse(roomName, port))
    .catch(failed(roomName))
})
process.once('disconnect', () => process.exit(0))

const rates: SpeechRate[] = livekit ? [8_000, 24_000] : [8_000]
for (const sampleRate of rates) await warmUpFlow(flow, 'en', speech, sampleRate, understand, logger)
tell({ type: 'ready', mediaPort: sockets.port })

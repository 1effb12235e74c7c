import { randomUUID } from 'node:crypto'
import {
  consumeMediaToken,
  createCall,
  createFlow,
  createMediaToken,
  createTenant,
  type Db,
  getCall,
  getRecording,
  listAppointments,
  newId,
  openDb,
  publishFlow,
  readJournal,
} from '@parley/db'
import type { Flow } from '@parley/flow-runtime'
import { type ConductResult, contactIdentity, roomName } from '@parley/temporal/contract'
import { type CallerOptions, placeCall } from '@parley/testing'
import { MockActivityEnvironment } from '@temporalio/testing'
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk'
import { pino } from 'pino'
import { systemClock } from '../src/clock.ts'
import { createMediaActivities } from '../src/conduct-call.ts'
import { readEnv } from '../src/env.ts'
import { createLateJournals } from '../src/late-journals.ts'
import { startMediaServer } from '../src/media-stream/media-server.ts'
import { recordingsOf } from '../src/recordings-of.ts'
import { createCircuits } from '../src/speech/circuits.ts'
import { createSpeechProviders, type SpeechProvider, sharedSpeech } from '../src/speech/providers.ts'
import { installedProviders } from '../src/speech-config.ts'
import { createModels, installedModels } from '../src/understanding-for.ts'

export type RealCallOptions = {
  flow: Flow
  /** Default: the local speech server. */
  speech?: readonly SpeechProvider[]
  /** What the caller does; absent: nobody comes. */
  caller?: Pick<CallerOptions, 'lines' | 'hangUp'>
  /** Default: a room. */
  channel?: 'browser' | 'phone'
  /** What the activity stores through; the tests' own unless told otherwise. */
  storeThrough?: Db
  /** Told when the caller is about to join. */
  onCall?: (callId: string) => void
}

const maxCallMs = 60_000
const weekdays = [1, 2, 3, 4, 5]

/** For tests: places calls that the activity itself conducts, on the servers the environment names, in a tenant of their own. */
export async function realCalls() {
  const env = readEnv()
  const db: Db = openDb({ url: env.DATABASE_URL, encryptionKey: env.PARLEY_ENCRYPTION_KEY })
  const livekit = { url: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET }
  const rooms = new RoomServiceClient(livekit.url.replace(/^ws/, 'http'), livekit.apiKey, livekit.apiSecret)
  const { tenantId } = await createTenant(db, {
    name: 'Practice',
    timeZone: 'Europe/Paris',
    owner: { email: `${randomUUID()}@example.test`, name: 'Owner' },
    services: [{ name: 'Cleaning', durationMin: 30 }],
    openingHours: weekdays.map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
  })
  const recordings = recordingsOf(env)
  const models = createModels(createCircuits({ now: Date.now }))(installedModels(env), 'test')
  const localSpeech = createSpeechProviders(installedProviders({ SPEECH_SERVER_URL: env.SPEECH_SERVER_URL }), sharedSpeech(), 'test')

  const logger = pino({ level: 'silent' })
  const consumeToken = (token: string) => consumeMediaToken(db, token)
  const sockets = await startMediaServer({ host: '127.0.0.1', port: 0, logger, slots: 3, consumeToken, onArrival: async () => undefined })

  const activities = (speech?: readonly SpeechProvider[], storeThrough = db) =>
    createMediaActivities({
      sockets,
      db: storeThrough,
      clock: systemClock,
      logger,
      livekit,
      providersFor: async () => ({ ...models, speech: speech ? createSpeechProviders(speech, sharedSpeech(), 'test') : localSpeech }),
      recordings,
      lateJournals: createLateJournals(logger),
    })

  const mediaUrl = async (callId: string) => `ws://127.0.0.1:${sockets.port}/media/twilio/${await createMediaToken(db, tenantId, callId)}`

  async function join(callId: string, channel: 'browser' | 'phone', caller: Pick<CallerOptions, 'lines' | 'hangUp'>) {
    if (channel === 'phone') return placeCall({ mediaUrl: await mediaUrl(callId), maxMs: maxCallMs, ...caller })
    const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity: contactIdentity })
    token.addGrant({ roomJoin: true, room: roomName(callId), canPublish: true, canSubscribe: true })
    return placeCall({ url: livekit.url, token: await token.toJwt(), maxMs: maxCallMs, ...caller })
  }

  /** One call from its row to the end of the activity and of the caller's line, and everything it left behind. */
  async function call({ flow, speech, caller, channel = 'browser', storeThrough, onCall }: RealCallOptions) {
    const { id: flowId } = await createFlow(db, tenantId, { name: flow.name, document: flow })
    const published = await publishFlow(db, tenantId, flowId, {})
    if (!published.ok) throw new Error(JSON.stringify(published))
    const callId = newId()
    const facts = { callId, direction: 'inbound', channel, timeZone: 'Europe/Paris' } as const
    await createCall(db, tenantId, { callId, flowId, flowVersionId: published.version.id, channel, facts })
    const environment = new MockActivityEnvironment({ attempt: 1 })
    const conducting: Promise<ConductResult> = environment.run(() =>
      activities(speech, storeThrough).conductCall({ tenantId, callId, maxCallMs, channel }),
    )
    onCall?.(callId)
    const [result, report] = await Promise.all([conducting, caller && join(callId, channel, caller)])
    return {
      result,
      report,
      flow: published.version.document,
      row: await getCall(db, tenantId, callId),
      journal: await readJournal(db, tenantId, callId),
      recording: await getRecording(db, tenantId, callId),
      appointments: await listAppointments(db, tenantId, { callId }),
      roomIsGone: (await rooms.listRooms([roomName(callId)])).length === 0,
    }
  }

  return { call, tenantId, rooms, sockets, localUrl: env.SPEECH_SERVER_URL ?? '', recordings, db }
}

export type RealCall = Awaited<ReturnType<Awaited<ReturnType<typeof realCalls>>['call']>>

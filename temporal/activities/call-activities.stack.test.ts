import { randomBytes } from 'node:crypto'
import { closeDb, createCall, createFlow, createTenant, type Db, getCall, newId, openDb, publishFlow } from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { ApplicationFailure } from '@temporalio/activity'
import { MockActivityEnvironment } from '@temporalio/testing'
import { RoomServiceClient } from 'livekit-server-sdk'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { roomName } from '../contract.ts'
import { readEnv } from '../env.ts'
import { quietRuntime } from '../test/temporal-server.ts'
import { createCallActivities } from './call-activities.ts'
import { createRooms } from './rooms.ts'

const { DATABASE_URL, LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = readEnv()
const service = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret)
const logger = pino({ level: 'silent' })
const result = { outcome: 'completed', turns: 4, durationMs: 1_000 } as const
let db: Db
let tenantId: string
let callId: string
let ids: { tenantId: string; callId: string }
let version: { id: string; flowId: string }

beforeAll(async () => {
  quietRuntime()
  db = openDb({ url: DATABASE_URL, encryptionKey: randomBytes(32).toString('base64') })
  const owner = { email: `${newId()}@example.test`, name: 'Owner' }
  const services = [{ name: 'Cleaning', durationMin: 30 }]
  ;({ tenantId } = await createTenant(db, { name: 'Practice', timeZone: 'Europe/Paris', owner, services, openingHours: [] }))
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  version = published.version
})
afterAll(() => closeDb(db))
beforeEach(async () => {
  callId = newId()
  ids = { tenantId, callId }
  const facts = { callId, direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId: version.flowId, flowVersionId: version.id, channel: 'browser', facts })
})

const activities = (livekit: Partial<Parameters<typeof createRooms>[0]> = {}) =>
  createCallActivities({ db, logger, rooms: createRooms({ url, apiKey, apiSecret, ...livekit }) })

/** Runs as Temporal would; a failure is given back. */
const run = (work: () => Promise<void>, attempt = 1) =>
  new MockActivityEnvironment({ attempt }).run(work).then(
    () => 'ok',
    (error: unknown) => {
      if (!(error instanceof ApplicationFailure)) return error
      return { type: error.type, nonRetryable: error.nonRetryable, cause: error.cause }
    },
  )
const room = async () => (await service.listRooms([roomName(callId)]))[0]

test('a room is made, also twice, and removed, also twice', async () => {
  const { prepareRoom, wrapUp } = activities()
  expect(await run(() => prepareRoom(ids))).toBe('ok')
  expect(await run(() => prepareRoom(ids))).toBe('ok')
  expect(await room()).toMatchObject({ emptyTimeout: 60, departureTimeout: 10, maxParticipants: 0 })
  expect((await getCall(db, tenantId, callId))?.status).toBe('roomReady')
  expect(await run(() => wrapUp({ ...ids, channel: 'browser', result }))).toBe('ok')
  expect(await run(() => wrapUp({ ...ids, channel: 'browser', result: { ...result, outcome: 'failed' } }))).toBe('ok')
  expect(await room()).toBeUndefined()
  expect(await getCall(db, tenantId, callId)).toMatchObject({ status: 'ended', outcome: 'completed', turns: 4 })
  expect(await run(() => prepareRoom(ids))).toMatchObject({ type: 'CALL_ENDED', nonRetryable: true })
  expect(await room()).toBeUndefined()
})

test('a call that is not there has no room', async () => {
  callId = newId()
  expect(await run(() => activities().prepareRoom({ tenantId, callId }))).toMatchObject({ type: 'CALL_UNKNOWN', nonRetryable: true })
  expect(await room()).toBeUndefined()
})

test('a refused key is not tried again and tells nothing of itself', async () => {
  const refused = { type: 'ROOM_SERVER_REFUSED', nonRetryable: true, cause: undefined }
  expect(await run(() => activities({ apiSecret: 'x'.repeat(40) }).prepareRoom(ids))).toEqual(refused)
})

test('a room server that is away does not keep a call from ending, and is waited for only so long', async () => {
  const { prepareRoom, wrapUp } = activities({ url: 'ws://127.0.0.1:1' })
  const away = { type: 'ROOM_SERVER_UNAVAILABLE', nonRetryable: false, cause: undefined }
  expect(await run(() => prepareRoom(ids))).toEqual(away)
  expect((await getCall(db, tenantId, callId))?.status).toBe('created')
  expect(await run(() => wrapUp({ ...ids, channel: 'browser', result }))).toEqual(away)
  expect((await getCall(db, tenantId, callId))?.status).toBe('ended')
  expect(await run(() => wrapUp({ ...ids, channel: 'browser', result }), 5)).toBe('ok')
})

test('a database that is away is told as something to try again', async () => {
  const gone = openDb({ url: 'postgresql://nobody@127.0.0.1:1/none', encryptionKey: Buffer.alloc(32).toString('base64') })
  const { wrapUp } = createCallActivities({ db: gone, logger, rooms: createRooms({ url, apiKey, apiSecret }) })
  expect(await run(() => wrapUp({ ...ids, channel: 'browser', result }))).toEqual({
    type: 'DATABASE_UNAVAILABLE',
    nonRetryable: false,
    cause: undefined,
  })
  await closeDb(gone)
})

import { randomBytes } from 'node:crypto'
import {
  closeDb,
  createCall,
  createColleagueLine,
  createFlow,
  createTenant,
  type Db,
  findLine,
  newId,
  noteLineNews,
  openDb,
  publishFlow,
  saveConnection,
  suppressNumber,
} from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { MockActivityEnvironment } from '@temporalio/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnv } from '../../env.ts'
import { quietRuntime } from '../../test/temporal-server.ts'
import { createLineActivities } from './line-activities.ts'
import type { LineCarrier } from './line-carrier.ts'

const [number, contact] = ['+33123456789', '+33612345678']
let db: Db
let tenantId: string
let connectionId: string
let version: { id: string; flowId: string }

beforeAll(async () => {
  quietRuntime()
  db = openDb({ url: readEnv().DATABASE_URL, encryptionKey: randomBytes(32).toString('base64') })
  const owner = { email: `${newId()}@example.test`, name: 'Owner' }
  ;({ tenantId } = await createTenant(db, {
    name: 'Practice',
    timeZone: 'Europe/Paris',
    owner,
    services: [{ name: 'Cleaning', durationMin: 30 }],
    openingHours: [],
  }))
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  version = published.version
  const fields = { carrier: 'twilio', name: 'Main', apiBase: null, maxCalls: 5, callsPerSecond: 1, enabled: true }
  const saved = await saveConnection(db, tenantId, { ...fields, credentials: {} })
  connectionId = saved.ok ? saved.id : ''
})
afterAll(() => closeDb(db))

/** An outbound call, and a carrier that does what a test says. */
async function line(carrier: Partial<LineCarrier>, phone: string | null = contact) {
  const callId = newId()
  const facts = {
    callId,
    direction: 'outbound',
    channel: 'phone',
    timeZone: 'Europe/Paris',
    contact: phone === null ? {} : { phone },
  } as const
  const ids = { callId, flowId: version.flowId, flowVersionId: version.id, channel: 'phone' } as const
  await createCall(db, tenantId, { ...ids, facts, line: { connectionId, number, direction: 'outbound' } })
  const asked: string[] = []
  const carrierFor = (): LineCarrier => ({
    dial(dial) {
      asked.push(`dial ${dial.to} from ${dial.from}`)
      return carrier.dial?.(dial) ?? Promise.resolve({ outcome: 'placed', carrierCallId: dial.reference })
    },
    find(dial) {
      asked.push('find')
      return carrier.find?.(dial) ?? Promise.resolve(undefined)
    },
    async hangUp(carrierCallId) {
      asked.push(`hangUp ${carrierCallId}`)
      return (await carrier.hangUp?.(carrierCallId)) ?? true
    },
  })
  const activities = createLineActivities({ db, logger: pino({ level: 'silent' }), carrierFor })
  const run = (name: keyof typeof activities, lineId?: string) =>
    new MockActivityEnvironment()
      .run(() => activities[name]({ tenantId, callId, lineId, ringMs: 30_000, maxCallMs: 60_000 }))
      .catch((error: unknown) => error)
  return { run, asked, callId, stored: () => findLine(db, tenantId, callId) }
}

test('a call is dialled once, however often and however many at once ask for it, and is hung up by its name', async () => {
  const { run, asked, callId, stored } = await line({})
  const dialled = await Promise.all(Array.from({ length: 10 }, () => run('placeCall')))
  expect(dialled).toContainEqual({ outcome: 'placed' })
  expect(await run('placeCall')).toEqual({ outcome: 'placed' })
  expect(await run('reconcileCall')).toEqual({ outcome: 'placed' })
  await run('endLine')
  expect(asked).toEqual([`dial ${contact} from ${number}`, `hangUp ${callId}`])
  expect(await stored()).toMatchObject({ state: 'placed', carrierCallId: callId })
})

test('a refused call says why, also later, and is not hung up', async () => {
  const { run, asked } = await line({ dial: async () => ({ outcome: 'refused', code: 'CARRIER_NUMBER_INVALID' }) })
  const refused = { outcome: 'refused', code: 'CARRIER_NUMBER_INVALID' }
  expect([await run('placeCall'), await run('placeCall'), await run('reconcileCall')]).toEqual([refused, refused, refused])
  await run('endLine')
  expect(asked).toHaveLength(1)
})

test('a dial of which nobody knows is looked for, not repeated; what the carrier tells meanwhile counts', async () => {
  const dial = async () => {
    throw new Error('socket hang up')
  }
  const found = await line({ dial, find: async () => `${newId()}-found` })
  await unknownThenFound(found)
  expect(await found.stored()).toMatchObject({ state: 'placed' })

  const told = await line({ dial })
  await told.run('placeCall')
  expect(await told.run('reconcileCall')).toMatchObject({ type: 'DIAL_UNKNOWN' })
  await noteLineNews(db, tenantId, {
    connectionId,
    carrierCallId: newId(),
    lineId: told.callId,
    status: 'ringing',
    after: [],
  })
  expect(await told.run('reconcileCall')).toEqual({ outcome: 'placed' })

  const lost = await line({ dial })
  await lost.run('placeCall')
  await lost.run('endLine')
  expect(await lost.stored()).toMatchObject({ state: 'unknown' })
  for (const { asked } of [found, told, lost]) expect(asked.filter((what) => what.startsWith('dial'))).toHaveLength(1)
})

async function unknownThenFound({ run }: Awaited<ReturnType<typeof line>>) {
  expect(await run('placeCall')).toBeInstanceOf(Error)
  expect(await run('placeCall')).toEqual({ outcome: 'unknown' })
  expect(await run('reconcileCall')).toEqual({ outcome: 'placed' })
  expect(await run('placeCall')).toEqual({ outcome: 'placed' })
}

test('the line of another call is not taken for the one that is looked for', async () => {
  const first = await line({})
  await first.run('placeCall')
  const dial = async () => {
    throw new Error('socket hang up')
  }
  const second = await line({ dial, find: async () => first.callId })
  await second.run('placeCall')
  expect(await second.run('reconcileCall')).toMatchObject({ type: 'DIAL_UNKNOWN' })
  await second.run('endLine')
  expect(second.asked.some((what) => what.startsWith('hangUp'))).toBe(false)
})

test('nobody dials any more once a call has been ended, and nobody is dialled without a number or who asked not to be called', async () => {
  const ended = await line({})
  await ended.run('endLine')
  expect(await ended.run('placeCall')).toEqual({ outcome: 'refused', code: 'DIAL_NOT_BEGUN' })
  expect(ended.asked).toEqual([])
  const nameless = await line({}, null)
  expect(await nameless.run('placeCall')).toEqual({ outcome: 'refused', code: 'CONTACT_WITHOUT_NUMBER' })
  expect(nameless.asked).toEqual([])
  const unwilling = '+33699999999'
  const optedOut = await line({}, unwilling)
  await suppressNumber(db, tenantId, { number: unwilling, source: 'asked' })
  expect(await optedOut.run('placeCall')).toEqual({ outcome: 'refused', code: 'NUMBER_SUPPRESSED' })
  expect(optedOut.asked).toEqual([])
})

test('a colleague is dialled on a line of their own, once, and hung up without the caller', async () => {
  const { run, asked, callId, stored } = await line({})
  await run('placeCall')
  const to = '+33699999999'
  const wanted = { callId, effectId: 'e5', connectionId, number, to, processId: newId() }
  const lineId = (await createColleagueLine(db, tenantId, wanted)) ?? ''
  expect([await run('placeCall', lineId), await run('placeCall', lineId)]).toEqual([{ outcome: 'placed' }, { outcome: 'placed' }])
  await run('endLine', lineId)
  expect(asked.slice(1)).toEqual([`dial ${to} from ${number}`, `hangUp ${lineId}`])
  expect(await stored()).toMatchObject({ state: 'placed', carrierCallId: callId })
  expect(await run('placeCall', newId())).toMatchObject({ type: 'LINE_NOT_KNOWN' })
})

import { templates } from '@parley/flow-runtime/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestTenant, openTestDb, testUrl } from '../test/open-test-db.ts'
import {
  type Answerer,
  answererOf,
  claimDial,
  closeDb,
  createCall,
  createColleagueLine,
  createFlow,
  describeConnections,
  findCarrierLine,
  findConnection,
  findLine,
  findNumber,
  finishCall,
  getCall,
  type LineNews,
  type NewLine,
  newId,
  noteLineNews,
  publishFlow,
  removeConnection,
  saveConnection,
  saveNumber,
  settleDial,
  tenantOfConnection,
  watchAnswerers,
} from './index.ts'

const db = openTestDb()
const [number, contact] = ['+33123456789', '+33612345678']
let tenantId: string
let connectionId: string
let flow: { flowId: string; flowVersionId: string }

const fields = { carrier: 'twilio', name: 'Main account', apiBase: null, maxCalls: 5, callsPerSecond: 1, enabled: true }
async function newConnection(): Promise<string> {
  const saved = await saveConnection(db, tenantId, { ...fields, credentials: { accountSid: 'AC1', authToken: 'secret' } })
  if (!saved.ok) throw new Error(saved.code)
  return saved.id
}
async function newCall(line: NewLine): Promise<string> {
  const callId = newId()
  const facts = { callId, direction: line.direction, channel: 'phone', timeZone: 'Europe/Paris', contact: { phone: contact } } as const
  await createCall(db, tenantId, { callId, ...flow, channel: 'phone', facts, line })
  return callId
}
const news = (told: Partial<LineNews>): LineNews => ({
  connectionId,
  carrierCallId: 'CA1',
  status: 'ringing',
  after: ['initiated'],
  ...told,
})

beforeAll(async () => {
  tenantId = (await createTestTenant(db)).tenantId
  const { id: flowId } = await createFlow(db, tenantId, { name: 'Appointments', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flowId, {})
  if (!published.ok) throw new Error('The flow was not published.')
  flow = { flowId, flowVersionId: published.version.id }
  connectionId = await newConnection()
})
afterAll(() => closeDb(db))

test('keys are kept encrypted, bound to their row, and only their owner reads them', async () => {
  expect(await findConnection(db, tenantId, connectionId)).toMatchObject({ credentials: { authToken: 'secret' } })
  expect(JSON.stringify(await describeConnections(db, tenantId))).not.toContain('secret')
  const other = await createTestTenant(db)
  expect(await findConnection(db, other.tenantId, connectionId)).toBeNull()
  expect(await tenantOfConnection(db, connectionId)).toBe(tenantId)
  expect(await tenantOfConnection(db, newId())).toBeUndefined()
  expect(await tenantOfConnection(db, 'nonsense')).toBeUndefined()
  expect(await saveConnection(db, tenantId, fields)).toEqual({ ok: false, code: 'CONNECTION_KEYS_NEEDED' })
  const elsewhere = { ...fields, id: connectionId, apiBase: 'https://elsewhere.example' }
  expect(await saveConnection(db, tenantId, elsewhere)).toEqual({ ok: false, code: 'CONNECTION_KEYS_NEEDED' })
  expect(await saveConnection(db, other.tenantId, { ...fields, id: connectionId })).toEqual({ ok: false, code: 'CONNECTION_NOT_FOUND' })
})

test('a number belongs to one connection of the tenant and leads to a flow of the tenant', async () => {
  const input = { connectionId, number, name: 'Front desk', flowId: flow.flowId, routing: { hours: [] } }
  expect(await saveNumber(db, tenantId, input)).toMatchObject({ ok: true })
  expect(await saveNumber(db, tenantId, input)).toEqual({ ok: false, code: 'NUMBER_TAKEN' })
  expect(await saveNumber(db, tenantId, { ...input, number: '+33100000000', flowId: newId() })).toMatchObject({ code: 'FLOW_NOT_FOUND' })
  const other = await createTestTenant(db)
  expect(await saveNumber(db, other.tenantId, { ...input, flowId: null })).toMatchObject({ code: 'CONNECTION_NOT_FOUND' })
  expect(await findNumber(db, tenantId, connectionId, number)).toMatchObject({ name: 'Front desk', flowId: flow.flowId })
})

test('of many who want to dial one call one may, and nobody later', async () => {
  const callId = await newCall({ connectionId, number, direction: 'outbound' })
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimDial(db, tenantId, callId)))
  expect(claims.filter(Boolean)).toHaveLength(1)
  await settleDial(db, tenantId, callId, { state: 'unknown' })
  expect(await claimDial(db, tenantId, callId)).toBe(false)
  // The carrier's first words about it settle what nobody knew.
  expect(await noteLineNews(db, tenantId, news({ carrierCallId: 'CA7', lineId: callId }))).toEqual({
    callId,
    lineId: callId,
    isPast: false,
    processId: null,
  })
  expect(await findLine(db, tenantId, callId)).toMatchObject({ state: 'placed', carrierCallId: 'CA7', status: 'ringing' })
  await settleDial(db, tenantId, callId, { state: 'refused' })
  expect(await findLine(db, tenantId, callId)).toMatchObject({ state: 'placed' })
})

test('a colleague is called once for each transfer of a call, on a line of its own with news of its own', async () => {
  const callId = await newCall({ connectionId, number, direction: 'outbound' })
  const wanted = { callId, effectId: 'e7', connectionId, number, to: '+33699999999', processId: newId() }
  const lines = await Promise.all(Array.from({ length: 5 }, () => createColleagueLine(db, tenantId, wanted)))
  const [lineId = ''] = lines.flatMap((id) => id ?? [])
  expect(lines.filter(Boolean)).toHaveLength(1)
  expect(await findLine(db, tenantId, lineId)).toMatchObject({ callId, to: wanted.to, processId: wanted.processId, state: 'waiting' })
  expect(await createColleagueLine(db, tenantId, { ...wanted, effectId: 'e9' })).toBeDefined()
  expect(await claimDial(db, tenantId, lineId)).toBe(true)
  const told = news({ carrierCallId: 'CA8', lineId, status: 'busy' })
  expect(await noteLineNews(db, tenantId, told)).toEqual({ callId, lineId, isPast: false, processId: wanted.processId })
  expect(await findLine(db, tenantId, lineId)).toMatchObject({ state: 'placed', carrierCallId: 'CA8', status: 'busy' })
  expect(await findLine(db, tenantId, callId)).toMatchObject({ state: 'waiting', status: null, to: null })
  expect(await findLine(db, (await createTestTenant(db)).tenantId, lineId)).toBeNull()
})

test('a line that is told twice is one call; its news count once and never lead back', async () => {
  const line = { connectionId, number, direction: 'inbound', carrierCallId: 'CA1' } as const
  const callId = await newCall(line)
  await expect(newCall(line)).rejects.toMatchObject({ code: 'LINE_KNOWN' })
  expect(await findCarrierLine(db, tenantId, connectionId, 'CA1')).toMatchObject({ callId, state: 'placed' })
  const over = news({ status: 'completed', after: ['initiated', 'ringing', 'in-progress'] })
  const noted = await Promise.all(Array.from({ length: 5 }, () => noteLineNews(db, tenantId, over)))
  expect(noted).toEqual(Array.from({ length: 5 }, () => ({ callId, lineId: callId, isPast: false, processId: null })))
  await noteLineNews(db, tenantId, news({ status: 'ringing' }))
  expect(await findLine(db, tenantId, callId)).toMatchObject({ status: 'completed' })
  expect(await noteLineNews(db, tenantId, news({ carrierCallId: 'CA404' }))).toBeUndefined()
})

test('who answered, as the carrier says, is kept and told to whoever watches', async () => {
  const heard: [string, Answerer][] = []
  const watch = watchAnswerers(testUrl(), (callId, answerer) => heard.push([callId, answerer]))
  await watch.ready
  const callId = await newCall({ connectionId, number, direction: 'inbound', carrierCallId: 'CA9' })
  for (const answeredBy of ['unknown', 'fax']) await noteLineNews(db, tenantId, news({ carrierCallId: 'CA9', answeredBy }))
  await expect.poll(() => heard).toEqual([[callId, 'machine']])
  expect(answererOf((await findLine(db, tenantId, callId))?.answeredBy ?? null)).toBe('machine')
  await watch.close()
})

test('calls that belong to no campaign take the lines of their connection and give them back, also when nobody tells their end', async () => {
  const own = await newConnection()
  const limits = { atOnce: 2, perSecond: null, lifetimeMs: 60_000 }
  const line = { connectionId: own, number, limits }
  const full = { code: 'CONNECTION_FULL' }
  const callsIn = (count: number) =>
    Promise.allSettled(Array.from({ length: count }, () => newCall({ ...line, direction: 'inbound', carrierCallId: newId() })))
  const taken = (await callsIn(6)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(taken).toHaveLength(2)
  await expect(newCall({ ...line, direction: 'outbound' })).rejects.toMatchObject(full)
  await finishCall(db, tenantId, taken[0] ?? '', { outcome: 'hungUp' })
  const again = { ...line, direction: 'outbound', limits: { ...limits, lifetimeMs: 1 } } as const
  await newCall(again)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const paced = { ...line, direction: 'outbound', limits: { ...limits, perSecond: 0.01 } } as const
  const lastId = await newCall(paced)
  await expect(newCall(paced)).rejects.toMatchObject(full)
  await finishCall(db, tenantId, lastId, { outcome: 'completed' })
  await expect(newCall(paced)).rejects.toMatchObject({ code: 'CONNECTION_TOO_FAST' })
  expect((await callsIn(1))[0]?.status).toBe('fulfilled')
})

test('a removed connection takes its keys and numbers along; its calls stay', async () => {
  const id = await newConnection()
  const callId = await newCall({ connectionId: id, number: '+33199999999', direction: 'outbound' })
  expect(await removeConnection(db, tenantId, id)).toBe(true)
  expect(await findConnection(db, tenantId, id)).toBeNull()
  expect(await getCall(db, tenantId, callId)).toMatchObject({ id: callId })
})

import { randomBytes } from 'node:crypto'
import { createCall, createTenant, findCalls, type Member, newId, publishFlow } from '@parley/db'
import { startTwilioAccount, type TwilioAccount } from '@parley/testing'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { database } from '../database.ts'
import { appRouter } from '../router.ts'
import type { ConnectionFormInput } from './connection-input.ts'

let member: Member | null = null
vi.mock('../session.ts', () => ({ currentMember: async () => member }))

const origin = 'http://127.0.0.1:3000'
const studio = appRouter.createCaller({ headers: new Headers({ origin, host: new URL(origin).host }) })
const accountSid = `AC${'0123456789abcdef'.repeat(2)}`
const authToken = 'a-long-secret-token'
const [here, elsewhere] = ['+33123456789', '+14155552671']

let twilio: TwilioAccount
let owner: Member
let stranger: Member

async function newOwner(): Promise<Member> {
  const email = `${newId()}@example.test`
  const made = await createTenant(database(), {
    ...{ name: 'Agency', timeZone: 'Europe/Paris', owner: { email, name: 'Owner' }, services: [], openingHours: [] },
  })
  return { ...made, role: 'owner', email, name: 'Owner' }
}

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', origin)
  vi.stubEnv('NEXTAUTH_SECRET', randomBytes(32).toString('hex'))
  vi.stubEnv('PARLEY_ENCRYPTION_KEY', randomBytes(32).toString('base64'))
  twilio = await startTwilioAccount({ accountSid, authToken, numbers: [here, elsewhere] })
  owner = await newOwner()
  stranger = await newOwner()
})
beforeEach(() => {
  member = owner
})
afterAll(() => twilio.close())

const connection = (keys: ConnectionFormInput['keys']): ConnectionFormInput => ({
  ...{ carrier: 'twilio', name: 'Main', apiBase: twilio.url, keys, maxCalls: 5, callsPerSecond: 1, enabled: true },
})
const saved = async (keys: ConnectionFormInput['keys'] = { accountSid, authToken }) => {
  const answer = await studio.telephony.saveConnection(connection(keys))
  if (!answer.ok) throw new Error(`refused: ${answer.wrong}`)
  return answer.id
}
const failedStep = async (input: ConnectionFormInput) => {
  const answer = await studio.telephony.testConnection(input)
  return answer.ok ? answer.steps.find(({ state }) => state === 'failed') : answer
}

it('a connection is tried as typed or as stored; its keys never come back and go to no other address', async () => {
  expect(await failedStep(connection({ accountSid, authToken: 'wrong' }))).toMatchObject({ step: 'signIn', code: 'CARRIER_UNAUTHORIZED' })
  expect(await studio.telephony.saveConnection(connection({ accountSid: 'no', authToken }))).toEqual({ ok: false, wrong: ['accountSid'] })
  await expect(studio.telephony.saveConnection(connection({ accountSid }))).rejects.toMatchObject({ appCode: 'CONNECTION_KEYS_NEEDED' })

  const id = await saved()
  const stored = { ...connection({}), id }
  expect(await failedStep(stored)).toBeUndefined()
  expect((await studio.telephony.list()).connections).toMatchObject([{ id, lastTest: { failed: null } }])
  expect(await failedStep({ ...stored, keys: { authToken: 'wrong' } })).toMatchObject({ step: 'signIn' })
  expect((await studio.telephony.list()).connections).toMatchObject([{ lastTest: { failed: null } }])

  const other = await startTwilioAccount({ accountSid, authToken, numbers: [] })
  const needed = { appCode: 'CONNECTION_KEYS_NEEDED' }
  const partly: ConnectionFormInput['keys'][] = [{}, { accountSid }]
  for (const keys of partly) {
    await expect(studio.telephony.testConnection({ ...stored, apiBase: other.url, keys })).rejects.toMatchObject(needed)
    await expect(studio.telephony.saveConnection({ ...stored, apiBase: other.url, keys })).rejects.toMatchObject(needed)
  }
  await other.close()
  await expect(
    studio.telephony.saveConnection({ ...connection({ accountSid, authToken }), apiBase: 'https://10.0.0.1' }),
  ).rejects.toMatchObject({
    appCode: 'CONNECTION_ADDRESS_REFUSED',
  })

  await studio.telephony.saveConnection({ ...stored, keys: { authToken: 'wrong-but-long' } })
  expect((await studio.telephony.list()).connections).toMatchObject([{ lastTest: null }])
  expect(await failedStep(stored)).toMatchObject({ step: 'signIn' })
  const told = JSON.stringify([await studio.telephony.list(), await studio.telephony.testConnection(stored)])
  for (const key of [authToken, 'wrong-but-long', accountSid]) expect(told).not.toContain(key)
  await studio.telephony.removeConnection({ id })
})

it('a number is taken over, led here and removed; it stays at the carrier', async () => {
  const connectionId = await saved()
  expect(await studio.telephony.listAtCarrier({ id: connectionId })).toMatchObject({
    ok: true,
    numbers: [
      { number: here, national: '01 23 45 67 89', country: 'FR', isHere: false, answers: 'nobody' },
      { number: elsewhere, country: 'US' },
    ],
  })
  const hours = [{ weekday: 1, opens: '09:00', closes: '24:00' }]
  const number = { connectionId, number: here, name: '', flowId: null, routing: { hours } }
  const { id } = await studio.telephony.saveNumber(number)
  await expect(studio.telephony.saveNumber(number)).rejects.toMatchObject({ appCode: 'NUMBER_TAKEN' })
  expect(await studio.telephony.routeNumber({ id })).toEqual({ ok: true, answer: { state: 'routed' } })
  expect(twilio.voiceUrls.get(here)).toBe(`${origin}/api/carriers/${connectionId}/answer`)
  expect(await studio.telephony.listAtCarrier({ id: connectionId })).toMatchObject({ numbers: [{ isHere: true, answers: 'here' }, {}] })
  expect(await studio.telephony.list()).toMatchObject({
    numbers: [{ id, routing: { hours } }],
    isWithinReach: false,
    timeZone: 'Europe/Paris',
  })
  await studio.telephony.removeNumber({ id })
  expect((await studio.telephony.list()).numbers).toEqual([])
  await studio.telephony.removeConnection({ id: connectionId })
})

it('another tenant sees nothing and changes nothing; viewers look only', async () => {
  const connectionId = await saved()
  const { id } = await studio.telephony.saveNumber({ connectionId, number: here, name: '', flowId: null, routing: { hours: [] } })
  member = stranger
  expect(await studio.telephony.list()).toMatchObject({ connections: [], numbers: [] })
  const unknown = { appCode: 'CONNECTION_NOT_FOUND' }
  const stolen = { ...connection({}), id: connectionId }
  await expect(studio.telephony.listAtCarrier({ id: connectionId })).rejects.toMatchObject(unknown)
  await expect(studio.telephony.testConnection(stolen)).rejects.toMatchObject(unknown)
  await expect(studio.telephony.saveConnection(stolen)).rejects.toMatchObject(unknown)
  await expect(studio.telephony.removeConnection({ id: connectionId })).rejects.toMatchObject(unknown)
  await expect(studio.telephony.routeNumber({ id })).rejects.toMatchObject({ appCode: 'NUMBER_NOT_FOUND' })
  await expect(studio.telephony.removeNumber({ id })).rejects.toMatchObject({ appCode: 'NUMBER_NOT_FOUND' })

  member = { ...owner, role: 'viewer' }
  const refused = { appCode: 'OWNER_NEEDED' }
  expect(await studio.telephony.list()).toMatchObject({ mayChange: false, mayCall: false, numbers: [{ id }] })
  await expect(studio.telephony.testConnection(stolen)).rejects.toMatchObject(refused)
  await expect(studio.telephony.listAtCarrier({ id: connectionId })).rejects.toMatchObject(refused)
  await expect(studio.telephony.removeNumber({ id })).rejects.toMatchObject(refused)
})

it('a call says who called whom; the other side’s number is masked until it is asked for', async () => {
  const connectionId = await saved()
  const { flowId } = await studio.flows.create({ name: 'Front desk', template: 'threeNodes' })
  const published = await publishFlow(database(), owner.tenantId, flowId, { userId: owner.userId })
  if (!published.ok) throw new Error(published.code)
  const [callId, channel] = [newId(), 'phone'] as const
  const contact = { phone: '+33612345678' }
  const facts = { callId, direction: 'outbound', channel, timeZone: 'Europe/Paris', contact } as const
  const line = { connectionId, number: here, direction: 'outbound' } as const
  await createCall(database(), owner.tenantId, { callId, flowId, flowVersionId: published.version.id, channel, facts, line })

  const shown = await studio.calls.get({ callId })
  expect(shown.line).toEqual({ direction: 'outbound', ourNumber: '+33 1 23 45 67 89', theirNumber: '•••78' })
  expect(JSON.stringify(shown)).not.toContain('612345')
  expect((await studio.calls.reveal({ callId })).line?.theirNumber).toBe('+33 6 12 34 56 78')
  const order = { by: 'startedAt', isDescending: true } as const
  expect(await findCalls(database(), owner.tenantId, { order, limit: 1 })).toMatchObject([{ id: callId, direction: 'outbound' }])
})

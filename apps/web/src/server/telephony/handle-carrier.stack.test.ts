import { createHmac, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { CarrierEvent } from '@parley/carriers'
import {
  announceMediaProcess,
  createFlow,
  createTenant,
  findCarrierLine,
  finishCall,
  type Member,
  newId,
  publishFlow,
  saveConnection,
  saveNumber,
  suppressNumber,
} from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { callWorkflowId, lineStatusSignal } from '@parley/temporal/contract'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { database } from '../database.ts'
import { appRouter } from '../router.ts'
import { withTemporal } from '../temporal-client.ts'
import { handleCarrier } from './handle-carrier.ts'

let member: Member | null = null
let isTemporalAway = false
vi.mock('../session.ts', () => ({ currentMember: async () => member }))
vi.mock('../temporal-client.ts', async (original) => {
  const real = await original<typeof import('../temporal-client.ts')>()
  const away = () => Promise.reject(new Error('nobody there'))
  return { withTemporal: (run: Parameters<typeof real.withTemporal>[0]) => (isTemporalAway ? away() : real.withTemporal(run)) }
})

const origin = 'http://127.0.0.1:3000'
const { calls } = appRouter.createCaller({ headers: new Headers({ origin, host: new URL(origin).host }) })
const [accountSid, authToken] = [`AC${'0123456789abcdef'.repeat(2)}`, 'a-long-secret-token']
const caller = '+33612345678'
const practice = { services: [{ name: 'Cleaning', durationMin: 30 }], openingHours: [] }
const carrier = { carrier: 'twilio', name: 'Main', apiBase: null, maxCalls: 1, callsPerSecond: 1, enabled: true }

/** Stands where a process takes carriers' sockets. */
const mediaProcess = createServer((_, response) => response.end())
let announced: NodeJS.Timeout
let owner: Member
let flowId: string
let connectionId: string
let numberId: string
let here: string

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', origin)
  vi.stubEnv('NEXTAUTH_SECRET', randomBytes(32).toString('hex'))
  vi.stubEnv('PARLEY_ENCRYPTION_KEY', randomBytes(32).toString('base64'))
  const person = { email: `${newId()}@example.test`, name: 'Owner' }
  const made = await createTenant(database(), { name: 'Agency', timeZone: 'Europe/Paris', owner: person, ...practice })
  owner = { ...made, role: 'owner', ...person }
  flowId = (await createFlow(database(), owner.tenantId, { name: 'Front desk', document: templates.appointment })).id
  const published = await publishFlow(database(), owner.tenantId, flowId, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  await new Promise<void>((resolve) => mediaProcess.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(mediaProcess.address())
  const process = { id: newId(), url: `ws://127.0.0.1:${port}`, slots: 100, calls: 0 }
  await announceMediaProcess(database(), process)
  announced = setInterval(() => void announceMediaProcess(database(), process), 1_000)
})
afterAll(() => {
  clearInterval(announced)
  mediaProcess.close()
})
beforeEach(async () => {
  member = owner
  isTemporalAway = false
  const saved = await saveConnection(database(), owner.tenantId, { ...carrier, credentials: { accountSid, authToken } })
  if (!saved.ok) throw new Error(saved.code)
  connectionId = saved.id
  const number = `+331${String(Date.now()).slice(-8)}`
  const kept = await saveNumber(database(), owner.tenantId, { connectionId, number, name: '', flowId, routing: { hours: [] } })
  if (!kept.ok) throw new Error(kept.code)
  numberId = kept.id
  here = number
})

/** A message of the carrier, signed as it signs. */
function told(event: CarrierEvent, fields: Record<string, string>) {
  const url = `${origin}/api/carriers/${connectionId}/${event}`
  const signed = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  const signature = createHmac('sha1', authToken)
    .update(url + signed.flat().join(''))
    .digest('base64')
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature }
  const request = { method: 'POST', url, headers, body: new URLSearchParams(fields).toString() }
  return handleCarrier(database(), { connectionId, event, request })
}
const rings = (sid: string) => told('answer', { CallSid: sid, CallStatus: 'ringing', Direction: 'inbound', From: caller, To: here })
const sid = () => `CA${randomBytes(16).toString('hex')}`
const callOf = async (carrierCallId: string) =>
  (await findCarrierLine(database(), owner.tenantId, connectionId, carrierCallId))?.callId ?? ''
const switched = (enabled: boolean) => saveConnection(database(), owner.tenantId, { ...carrier, id: connectionId, enabled })
const dial = (to = '+33699999999') => calls.dial({ flowId, numberId, to })
/** A process that is slow to say that it is there is taken for none: the carrier, or the person, tries again. */
const slowly = { timeout: 100_000 }
const isConnected = (carrierCallId: string) => expect.poll(async () => (await rings(carrierCallId)).body, slowly).toContain('<Stream')
const refusal = async (to?: string) => {
  const refused = await dial(to).then(
    () => undefined,
    (error: unknown) => error,
  )
  return refused instanceof AppError ? refused.appCode : refused
}
async function dialled(): Promise<string> {
  let callId = ''
  const tryOnce = async () => {
    callId = await dial().then(
      (begun) => begun.callId,
      () => '',
    )
    return callId
  }
  await expect.poll(tryOnce, slowly).not.toBe('')
  return callId
}

it('callers are answered while their connection has a line for them and is switched on; nobody is dialled otherwise either', async () => {
  const [first, second] = [sid(), sid()]
  await isConnected(first)
  expect((await rings(second)).body).toContain('busy')
  await isConnected(first)
  await expect.poll(() => refusal(), slowly).toBe('CONNECTION_FULL')
  await finishCall(database(), owner.tenantId, await callOf(first), { outcome: 'hungUp' })
  await isConnected(second)
  await finishCall(database(), owner.tenantId, await callOf(second), { outcome: 'hungUp' })

  await switched(false)
  expect((await rings(sid())).body).toContain('busy')
  expect(await refusal()).toBe('CONNECTION_NOT_FOUND')
  await switched(true)
  await suppressNumber(database(), owner.tenantId, { number: caller, source: 'asked' })
  expect(await refusal(caller)).toBe('NUMBER_SUPPRESSED')
  const callId = await dialled()
  expect((await rings(sid())).body).toContain('busy')
  await finishCall(database(), owner.tenantId, callId, { outcome: 'completed' })
})

it('news of a line that could not be told to its workflow are told when the carrier says them again', async () => {
  const carrierCallId = sid()
  await isConnected(carrierCallId)
  const callId = await callOf(carrierCallId)
  const over = () =>
    told('status', { CallSid: carrierCallId, CallStatus: 'completed', SequenceNumber: '3', CallbackSource: 'call-progress-events' })
  isTemporalAway = true
  await expect(over()).rejects.toThrow('nobody there')
  expect(await findCarrierLine(database(), owner.tenantId, connectionId, carrierCallId)).toMatchObject({ status: 'completed' })
  isTemporalAway = false
  await over()
  const { events } = await withTemporal((client) => client.workflow.getHandle(callWorkflowId(callId)).fetchHistory())
  const signals = (events ?? []).map(({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName).filter(Boolean)
  expect(signals).toEqual([lineStatusSignal])
})

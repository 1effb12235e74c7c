import { closeDb, createCall, createFlow, createTenant, type Db, listAppointments, newId, openDb, publishFlow } from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testEnv } from '../test/env.ts'
import { createTools } from './create-tools.ts'

const timeZone = 'Europe/Paris'
const now = () => Date.parse('2026-11-20T12:00:00+01:00')
let db: Db
let tenantId: string
let callId: string

beforeAll(async () => {
  db = openDb({ url: testEnv().DATABASE_URL, encryptionKey: Buffer.alloc(32, 7).toString('base64') })
  const openingHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }))
  const services = [{ name: 'Cleaning', durationMin: 30 }]
  const owner = { email: `${newId()}@example.test`, name: 'Owner' }
  tenantId = (await createTenant(db, { name: 'Practice', timeZone, owner, services, openingHours })).tenantId
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'browser', timeZone } as const
  await createCall(db, tenantId, { callId, flowId: flow.id, flowVersionId: published.version.id, channel: 'browser', facts })
})
afterAll(() => closeDb(db))

const tools = () => createTools({ db, tenantId, callId, timeZone, now })
const wanted = (time: string) => ({ service: 'Cleaning', date: '2026-11-24', time, timeZone })
const booking = (time: string, service = 'Cleaning') => ({ service, startsAt: `2026-11-24T${time}:00+01:00`, name: 'Ada Lovelace' })

test('a free time is found, booked once, and then taken', async () => {
  expect(await tools().call('calendar.findTimes', wanted('15:30'), 'k1')).toEqual({
    exact: true,
    times: [{ startsAt: '2026-11-24T15:30:00+01:00', date: '2026-11-24', time: '15:30' }],
    service: { name: 'Cleaning', durationMin: 30 },
  })
  const first = await tools().call('calendar.book', booking('15:30'), 'call:e7')
  expect(first).toMatchObject({ booked: true, startsAt: '2026-11-24T15:30:00+01:00', date: '2026-11-24', time: '15:30' })
  expect(await tools().call('calendar.book', booking('15:30'), 'call:e7')).toEqual(first)
  expect(await tools().call('calendar.book', booking('15:30'), 'other:e7')).toMatchObject({
    booked: false,
    reason: 'taken',
    times: [{ time: '14:30' }, { time: '15:00' }, { time: '16:00' }],
  })
  expect(await tools().call('calendar.findTimes', wanted('15:30'), 'k2')).toMatchObject({ exact: false, times: { length: 3 } })
  const appointments = await listAppointments(db, tenantId, { callId })
  expect(appointments).toMatchObject([{ service: 'Cleaning', contact: { name: 'Ada Lovelace' } }])
})

test('of twenty calls that book one time at once one gets it, the others hear of other times', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => tools().call('calendar.book', booking('10:00'), newId())))
  expect(results.filter((result) => typeof result === 'object' && result && 'booked' in result && result.booked)).toHaveLength(1)
  expect(results.filter((result) => JSON.stringify(result).includes('"reason":"taken","times":[{'))).toHaveLength(19)
})

test.each([
  ['at night', '2026-11-24T22:00:00+01:00'],
  ['on a Sunday', '2026-11-22T10:00:00+01:00'],
  ['in the past', '2026-11-19T10:00:00+01:00'],
])('%s nothing is booked', async (_, startsAt) => {
  const result = await tools().call('calendar.book', { service: 'Cleaning', startsAt }, newId())
  expect(result).toMatchObject({ booked: false, reason: 'closed', times: { length: 3 } })
})

test('services are found however they are written; unknown ones and wrong input are told', async () => {
  expect(await tools().call('calendar.findTimes', { ...wanted('09:00'), service: ' cleaning ' }, 'k')).toMatchObject({ exact: true })
  expect(await tools().call('calendar.book', booking('09:00', 'Haircut'), 'k3')).toEqual({
    booked: false,
    reason: 'unknownService',
    times: [],
  })
  await expect(tools().call('calendar.findTimes', { ...wanted('09:00'), service: 'Haircut' }, 'k')).rejects.toMatchObject({
    code: 'SERVICE_UNKNOWN',
  })
  await expect(tools().call('calendar.findTimes', { service: 'Cleaning' }, 'k')).rejects.toMatchObject({ code: 'TOOL_INPUT_INVALID' })
  await expect(tools().call('calendar.book', { service: 'Cleaning', startsAt: 'soon' }, 'k')).rejects.toMatchObject({
    code: 'TOOL_INPUT_INVALID',
  })
})

test('whoever booked finds the appointment by number or name, moves it once and cancels it', async () => {
  const whose = { name: 'Grace Hopper', phone: '+33 6 12 34 56 78' }
  const booked = await tools().call('calendar.book', { ...booking('11:00'), ...whose }, newId())
  const find = (who: object) => tools().call('calendar.findAppointments', { ...who, timeZone }, newId())
  const mine = { service: 'Cleaning', startsAt: '2026-11-24T11:00:00+01:00', date: '2026-11-24', time: '11:00' }
  expect(await find({ phone: '+33612345678' })).toMatchObject({ appointments: [mine] })
  expect(await find({ name: 'grace hopper', date: '2026-11-24' })).toMatchObject({ appointments: [mine] })
  expect(await find({ name: 'Grace Hopper', phone: '+33600000000' })).toEqual({ appointments: [] })
  expect(await find({ phone: '+33612345678', date: '2026-11-25' })).toEqual({ appointments: [] })
  expect(await find({})).toEqual({ appointments: [] })

  const { appointmentId } = z.object({ appointmentId: z.string() }).parse(booked)
  const move = (time: string, id = appointmentId) =>
    tools().call('calendar.reschedule', { appointmentId: id, startsAt: `2026-11-24T${time}:00+01:00` }, 'call:e9')
  expect(await move('15:30')).toMatchObject({ booked: false, reason: 'taken' })
  expect(await move('23:00')).toMatchObject({ booked: false, reason: 'closed' })
  expect(await move('11:30')).toEqual(await move('11:30'))
  expect(await find({ appointmentId })).toMatchObject({ appointments: [{ appointmentId, time: '11:30' }] })
  expect(await find({ appointmentId: newId(), phone: '+33612345678' })).toEqual({ appointments: [] })
  expect(await tools().call('calendar.findTimes', wanted('11:00'), 'k')).toMatchObject({ exact: true })
  expect(await move('12:00', newId())).toEqual({ booked: false, reason: 'unknownService', times: [] })

  const cancel = (id: string) => tools().call('calendar.cancel', { appointmentId: id }, newId())
  expect([await cancel(appointmentId), await cancel(appointmentId), await cancel(newId()), await cancel('mine')]).toEqual(
    [true, true, false, false].map((cancelled) => ({ cancelled })),
  )
  expect(await find({ phone: '+33612345678' })).toEqual({ appointments: [] })
  expect(await move('12:30')).toMatchObject({ booked: false })
})

test('a tool that is not connected says so by its name', async () => {
  await expect(tools().call('knowledge.answer', {}, 'k')).rejects.toMatchObject({
    code: 'TOOL_NOT_CONNECTED',
    message: expect.stringContaining('knowledge.answer'),
  })
})

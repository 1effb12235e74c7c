import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import { bookAppointment, busyTimes, closeDb, listAppointments, listServices, newId } from './index.ts'

const db = openTestDb()
const admin = openAdminDb()
let tenantId: string
let serviceId: string

beforeAll(async () => {
  ;({ tenantId } = await createTestTenant(db))
  serviceId = (await listServices(db, tenantId))[0]?.id ?? ''
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)
const booking = (from: string, to: string, idempotencyKey = newId()) => ({
  serviceId,
  startsAt: at(from),
  endsAt: at(to),
  contact: { name: 'Ada Lovelace', phone: '+33612345678' },
  idempotencyKey,
})

test('of twenty who book one time at once one gets it', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => bookAppointment(db, tenantId, booking('10:00', '10:30'))))
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok)).toEqual(Array.from({ length: 19 }, () => ({ ok: false, code: 'TIME_TAKEN' })))
})

test('of twenty repetitions of one booking all get the same appointment', async () => {
  const once = booking('11:00', '11:30')
  const results = await Promise.all(Array.from({ length: 20 }, () => bookAppointment(db, tenantId, once)))
  expect(new Set(results.map((result) => result.ok && result.appointmentId)).size).toBe(1)
  expect(results.every((result) => result.ok)).toBe(true)
})

test('neighbours fit, overlaps do not, a cancelled time is free again', async () => {
  const first = await bookAppointment(db, tenantId, booking('14:00', '14:30'))
  expect((await bookAppointment(db, tenantId, booking('14:30', '15:00'))).ok).toBe(true)
  expect((await bookAppointment(db, tenantId, booking('14:15', '14:45'))).ok).toBe(false)
  if (!first.ok) throw new Error('not booked')
  await admin.prisma.appointment.update({ where: { id: first.appointmentId }, data: { status: 'cancelled' } })
  expect((await bookAppointment(db, tenantId, booking('14:00', '14:30'))).ok).toBe(true)
  const { busy, resourceIds } = await busyTimes(db, tenantId, { from: at('14:00'), to: at('15:00') })
  expect(resourceIds).toHaveLength(1)
  expect(busy.map((span) => span.startsAt)).toEqual([at('14:00'), at('14:30')])
})

test('who comes is kept, encrypted', async () => {
  const appointments = await listAppointments(db, tenantId)
  expect(appointments[0]).toMatchObject({ service: 'Cleaning', resource: 'Chair 1', contact: { name: 'Ada Lovelace' } })
  const row = await admin.prisma.appointment.findFirstOrThrow({ where: { tenantId } })
  expect(Buffer.from(row.contact).includes('Ada')).toBe(false)
})

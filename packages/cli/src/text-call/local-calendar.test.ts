import { expect, test } from 'vitest'
import { localCalendar } from './local-calendar.ts'

const paris = 'Europe/Paris'
/** Friday, November 20, 2026, 10:00 in Paris. */
const calendar = () => localCalendar(paris, Date.parse('2026-11-20T10:00:00+01:00'))
const tuesday = { startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' }

test('a time is free until this call has taken it, and again once it is given back', () => {
  const { book, findTimes, cancel, appointments } = calendar()
  const wanted = { date: '2026-11-24', time: '15:00', timeZone: paris }
  expect(findTimes('Cleaning', wanted)).toEqual({ exact: true, times: [tuesday], service: { name: 'Cleaning', durationMin: 30 } })
  expect(book('Cleaning', tuesday.startsAt)).toEqual({ booked: true, appointmentId: 'local-1', ...tuesday })
  expect(book('Cleaning', tuesday.startsAt)).toMatchObject({
    booked: false,
    reason: 'taken',
    times: [{ time: '14:00' }, { time: '14:30' }, { time: '15:30' }],
  })
  expect(appointments()).toEqual([{ appointmentId: 'local-1', service: 'Cleaning', ...tuesday }])
  expect([cancel('local-1'), cancel('local-1')]).toEqual([{ cancelled: true }, { cancelled: false }])
  expect(findTimes('Cleaning', wanted)).toMatchObject({ exact: true })
})

test('nothing is free at lunch, at the weekend or in the past; a move that fails leaves the appointment where it was', () => {
  const { book, reschedule, appointments } = calendar()
  expect(book('x', '2026-11-24T12:30:00+01:00')).toMatchObject({ booked: false, reason: 'closed' })
  expect(book('x', '2026-11-22T10:00:00+01:00')).toMatchObject({ booked: false, reason: 'closed' })
  expect(book('x', '2026-11-19T10:00:00+01:00')).toMatchObject({ booked: false, reason: 'closed' })
  book('x', tuesday.startsAt)
  expect(reschedule('local-4', '2026-11-22T10:00:00+01:00')).toMatchObject({ booked: false })
  expect(appointments()).toMatchObject([tuesday])
  expect(reschedule('local-4', '2026-11-25T09:00:00+01:00')).toMatchObject({ booked: true, appointmentId: 'local-4' })
  expect(appointments()).toMatchObject([{ date: '2026-11-25', time: '09:00' }])
})

import { describe, expect, test } from 'vitest'
import { readCalendar } from './calendar.ts'
import { publicHolidays } from './holidays.ts'
import { mayCallAt, nextWindow } from './windows.ts'

const weekdays = [1, 2, 3, 4, 5]
const office = {
  windows: [
    { weekdays, from: '09:00', to: '12:00' },
    { weekdays, from: '14:00', to: '18:00' },
  ],
  holidays: {},
}
const calendar = readCalendar(office, publicHolidays)
const paris = { zones: ['Europe/Paris'], country: 'FR' }
const at = (iso: string) => Date.parse(iso)

test.each([
  ['in a window', '2026-11-27T10:00:00+01:00', paris, { open: true, until: at('2026-11-27T12:00:00+01:00') }],
  ['at lunch', '2026-11-27T12:00:00+01:00', paris, { open: false, reason: 'outsideHours', askAgainAt: at('2026-11-27T14:00:00+01:00') }],
  [
    'on a Saturday',
    '2026-11-28T10:00:00+01:00',
    paris,
    { open: false, reason: 'closedWeekday', askAgainAt: at('2026-11-30T09:00:00+01:00') },
  ],
  ['on Bastille Day', '2026-07-14T10:00:00+02:00', paris, { open: false, reason: 'holiday', askAgainAt: at('2026-07-15T09:00:00+02:00') }],
  [
    'the eve of a change of clocks',
    '2026-03-27T18:00:00+01:00',
    paris,
    { open: false, reason: 'outsideHours', askAgainAt: at('2026-03-30T09:00:00+02:00') },
  ],
  [
    'an unknown zone',
    '2026-11-27T10:00:00+01:00',
    { zones: ['Mars/Olympus'], country: 'FR' },
    { open: false, reason: 'unknownTimeZone', askAgainAt: null },
  ],
  [
    'one zone of two unknown',
    '2026-11-27T10:00:00+01:00',
    { zones: ['Europe/Paris', 'x'], country: 'FR' },
    { open: false, reason: 'unknownTimeZone', askAgainAt: null },
  ],
  [
    'an abbreviation',
    '2026-11-27T10:00:00-05:00',
    { zones: ['EST'], country: 'US' },
    { open: false, reason: 'unknownTimeZone', askAgainAt: null },
  ],
  ['no zone', '2026-11-27T10:00:00+01:00', { zones: [], country: 'FR' }, { open: false, reason: 'unknownTimeZone', askAgainAt: null }],
  ['no country', '2026-11-27T10:00:00+01:00', { zones: ['Europe/Paris'] }, { open: false, reason: 'unknownCountry', askAgainAt: null }],
  [
    'a country without known holidays',
    '2026-11-27T10:00:00+01:00',
    { zones: ['Europe/Paris'], country: 'XX' },
    { open: false, reason: 'unknownHolidays', askAgainAt: null },
  ],
] as const)('%s', (_, now, place, expected) => {
  expect(mayCallAt(at(now), place, calendar)).toEqual(expected)
})

test.each([
  ['nothing', undefined],
  ['a window that ends before it begins', { windows: [{ weekdays, from: '18:00', to: '09:00' }], holidays: {} }],
  ['no window', { windows: [], holidays: {} }],
  ['a date that is none', { ...office, firstDate: '2026-02-30' }],
  ['dates the wrong way round', { ...office, firstDate: '2026-12-02', lastDate: '2026-12-01' }],
])('a schedule that says %s is closed', (_, raw) => {
  const broken = { open: false, reason: 'brokenSchedule', askAgainAt: null }
  expect(mayCallAt(at('2026-11-27T10:00:00+01:00'), paris, readCalendar(raw, publicHolidays))).toEqual(broken)
})

describe('several zones', () => {
  const coasts = { zones: ['America/New_York', 'America/Los_Angeles'], country: 'US' }

  test('all of them have to be open', () => {
    const only = { windows: [{ weekdays, from: '09:00', to: '18:00' }], holidays: {} }
    const us = readCalendar(only, publicHolidays)
    expect(mayCallAt(at('2026-11-24T09:30:00-05:00'), coasts, us)).toMatchObject({
      open: false,
      reason: 'outsideHours',
      askAgainAt: at('2026-11-24T12:00:00-05:00'),
    })
    expect(mayCallAt(at('2026-11-24T12:00:00-05:00'), coasts, us)).toEqual({ open: true, until: at('2026-11-24T18:00:00-05:00') })
  })

  test('that are never open together are never called', () => {
    const apart = { zones: ['Asia/Kamchatka', 'Europe/Bucharest'], country: 'RU' }
    expect(mayCallAt(at('2026-11-24T10:00:00+12:00'), apart, calendar)).toMatchObject({
      open: false,
      reason: 'noCommonWindow',
      askAgainAt: null,
    })
    expect(nextWindow(at('2026-11-24T10:00:00+12:00'), apart, calendar)).toBeUndefined()
  })
})

test('the first and the last date are the contact’s own', () => {
  const dated = readCalendar(
    {
      windows: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
      firstDate: '2026-12-24',
      lastDate: '2026-12-24',
      holidays: {},
    },
    publicHolidays,
  )
  const tokyo = { zones: ['Asia/Tokyo'], country: 'JP' }
  expect(mayCallAt(at('2026-11-24T00:00:00Z'), tokyo, dated)).toEqual({
    open: false,
    reason: 'beforeFirstDate',
    askAgainAt: at('2026-12-24T00:00:00+09:00'),
  })
  expect(mayCallAt(at('2026-12-23T15:00:00Z'), tokyo, dated)).toEqual({ open: true, until: at('2026-12-24T15:00:00Z') })
  expect(mayCallAt(at('2026-12-24T15:00:00Z'), tokyo, dated)).toEqual({ open: false, reason: 'afterLastDate', askAgainAt: null })
})

test('a part of the day narrows the window', () => {
  expect(nextWindow(at('2026-11-27T10:00:00+01:00'), paris, calendar, 'evening')).toEqual({
    from: at('2026-11-27T17:00:00+01:00'),
    to: at('2026-11-27T18:00:00+01:00'),
  })
})

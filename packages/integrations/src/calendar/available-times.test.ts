import { describe, expect, test } from 'vitest'
import { availableTimes, type Calendar, isOpen, type Wanted } from './available-times.ts'
import { instantOf } from './zoned-time.ts'

const timeZone = 'Europe/Paris'
const paris = (date: string, time: string) => instantOf({ date, time }, timeZone)
/** Monday to Friday nine to six, Saturday morning with half a slot too much, closed on Sunday. */
const spans = [
  ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
  { weekday: 6, opens: '08:45', closes: '12:15' },
]
const calendar = (busy: [date: string, from: string, to: string, resourceId?: string][] = [], resourceIds = ['chair']): Calendar => ({
  hours: { timeZone, spans },
  resourceIds,
  busy: busy.map(([date, from, to, resourceId = 'chair']) => ({ resourceId, startsAt: paris(date, from), endsAt: paris(date, to) })),
})
/** Friday 20 November 2026, noon. */
const now = paris('2026-11-20', '12:00')

const find = (wanted: Omit<Wanted, 'timeZone'>, { busy = calendar(), durationMin = 30, at = now } = {}) => {
  const { exact, times } = availableTimes(busy, { ...wanted, timeZone }, durationMin, at)
  return `${exact ? 'exact ' : ''}${times.map(({ date, time }) => `${date.slice(5)} ${time}`).join(', ')}`
}

const day = '2026-11-24'
const cases: [string, string, string][] = [
  ['a free time', find({ date: day, time: '15:30' }), 'exact 11-24 15:30'],
  ['the first and the last start of a day', find({ date: day, time: '17:30' }), 'exact 11-24 17:30'],
  ['a start too late for its duration', find({ date: day, time: '17:30' }, { durationMin: 60 }), '11-24 16:00, 11-24 16:30, 11-24 17:00'],
  [
    'a taken time: the nearest on both sides',
    find({ date: day, time: '15:30' }, { busy: calendar([[day, '15:30', '16:00']]) }),
    '11-24 14:30, 11-24 15:00, 11-24 16:00',
  ],
  [
    'longer services need more room',
    find({ date: day, time: '15:00' }, { busy: calendar([[day, '15:30', '16:00']]), durationMin: 60 }),
    '11-24 14:00, 11-24 14:30, 11-24 16:00',
  ],
  [
    'a taken chair beside a free one',
    find({ date: day, time: '15:30' }, { busy: calendar([[day, '15:30', '16:00']], ['chair', 'other']) }),
    'exact 11-24 15:30',
  ],
  [
    'a full day: the next one, nearest to the wanted time',
    find({ date: day, time: '15:30' }, { busy: calendar([[day, '09:00', '18:00']]) }),
    '11-25 15:00, 11-25 15:30, 11-25 16:00',
  ],
  [
    'a nearly full day comes before the next one',
    find({ date: day, time: '15:30' }, { busy: calendar([[day, '09:30', '18:00']]) }),
    '11-24 09:00, 11-25 15:00, 11-25 15:30',
  ],
  ['closed on Sunday', find({ date: '2026-11-22', time: '10:00' }), '11-23 09:30, 11-23 10:00, 11-23 10:30'],
  ['opening hours off the grid', find({ date: '2026-11-21', time: '08:45' }), '11-21 09:00, 11-21 09:30, 11-21 10:00'],
  ['closing hours off the grid', find({ date: '2026-11-21', time: '12:00' }), '11-21 10:30, 11-21 11:00, 11-21 11:30'],
  ['a time off the grid', find({ date: day, time: '15:40' }), '11-24 15:00, 11-24 15:30, 11-24 16:00'],
  ['a time before opening', find({ date: day, time: '07:00' }), '11-24 09:00, 11-24 09:30, 11-24 10:00'],
  ['a day without a time', find({ date: day }), '11-24 09:00, 11-24 09:30, 11-24 10:00'],
  ['a time without a day, still to come', find({ time: '15:00' }), 'exact 11-20 15:00'],
  ['a time without a day, past: Saturday', find({ time: '11:00' }), 'exact 11-21 11:00'],
  ['nothing said: as soon as possible', find({}), '11-20 12:30, 11-20 13:00, 11-20 13:30'],
  ['today, but past', find({ date: '2026-11-20', time: '10:00' }), '11-20 12:30, 11-20 13:00, 11-20 13:30'],
  ['a day that is over', find({ date: '2026-11-10', time: '15:00' }), '11-20 14:30, 11-20 15:00, 11-20 15:30'],
  ['far ahead', find({ date: '2027-11-23', time: '10:00' }), 'exact 11-23 10:00'],
  [
    'nothing within fourteen days',
    find(
      { date: day, time: '10:00' },
      {
        busy: calendar([
          [day, '00:00', '24:00'],
          ['2026-11-25', '00:00', '24:00'],
          ['2026-11-26', '00:00', '24:00'],
          ['2026-11-27', '00:00', '24:00'],
          ['2026-11-28', '00:00', '24:00'],
          ['2026-11-30', '00:00', '24:00'],
          ['2026-12-01', '00:00', '24:00'],
          ['2026-12-02', '00:00', '24:00'],
          ['2026-12-03', '00:00', '24:00'],
          ['2026-12-04', '00:00', '24:00'],
          ['2026-12-05', '00:00', '24:00'],
          ['2026-12-07', '00:00', '24:00'],
        ]),
      },
    ),
    '',
  ],
  ['no chair at all', find({ date: day, time: '10:00' }, { busy: calendar([], []) }), ''],
]
test.each(cases)('%s', (_, found, wanted) => {
  expect(found).toBe(wanted)
})

describe('when the clocks change', () => {
  const night = { hours: { timeZone, spans: [{ weekday: 7, opens: '00:00', closes: '06:00' }] }, resourceIds: ['chair'], busy: [] }
  const starts = (date: string, time: string) => availableTimes(night, { date, time, timeZone }, 30, paris('2026-01-01', '00:00'))

  test('the day after still opens at nine on its own clock', () => {
    const spring = availableTimes(calendar(), { date: '2026-03-30', time: '09:00', timeZone }, 30, paris('2026-03-27', '12:00'))
    expect(spring.times.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-03-30T07:00:00.000Z'])
    const autumn = availableTimes(calendar(), { date: '2026-10-26', time: '09:00', timeZone }, 30, paris('2026-10-23', '12:00'))
    expect(autumn.times.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-10-26T08:00:00.000Z'])
  })
  test('a skipped time is not offered', () => {
    expect(starts('2026-03-29', '02:30')).toMatchObject({ exact: false, times: [{ time: '01:30' }, { time: '03:00' }, { time: '03:30' }] })
  })
  test('of a time shown twice the first is taken', () => {
    expect(starts('2026-10-25', '02:30').times).toEqual([{ date: '2026-10-25', time: '02:30', at: Date.parse('2026-10-25T00:30:00Z') }])
  })
})

test('a caller in another zone hears the times of their own clock', () => {
  const { times } = availableTimes(calendar(), { date: day, time: '04:00', timeZone: 'America/New_York' }, 30, now)
  expect(times).toEqual([{ date: day, time: '04:00', at: paris(day, '10:00') }])
  const evening = availableTimes(calendar(), { date: day, time: '20:00', timeZone: 'Asia/Tokyo' }, 30, now)
  expect(evening.times[0]?.at).toBe(paris(day, '12:00'))
})

test.each([
  ['within', day, '09:00', '09:30', true],
  ['to the last minute', day, '17:30', '18:00', true],
  ['past closing', day, '17:45', '18:15', false],
  ['before opening', day, '08:30', '09:00', false],
  ['Sunday', '2026-11-22', '10:00', '10:30', false],
])('%s opening hours', (_, date, from, to, open) => {
  expect(isOpen({ timeZone, spans }, { startsAt: paris(date, from), endsAt: paris(date, to) })).toBe(open)
})

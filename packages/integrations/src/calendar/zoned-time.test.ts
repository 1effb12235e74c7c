import { expect, test } from 'vitest'
import { instantOf, isoWithOffset, wallClockAt } from './zoned-time.ts'

test.each([
  ['an ordinary day', 'Europe/Paris', '2026-11-24', '15:30', '2026-11-24T15:30:00+01:00'],
  ['a summer day', 'Europe/Paris', '2026-07-01', '09:00', '2026-07-01T09:00:00+02:00'],
  ['a time that is skipped', 'Europe/Paris', '2026-03-29', '02:30', '2026-03-29T03:30:00+02:00'],
  ['a time shown twice: the first', 'Europe/Paris', '2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
  ['a minute before the clocks go back', 'Europe/Paris', '2026-10-25', '01:59', '2026-10-25T01:59:00+02:00'],
  ['after the clocks went back', 'Europe/Paris', '2026-10-25', '03:00', '2026-10-25T03:00:00+01:00'],
  ['west of Greenwich', 'America/New_York', '2026-03-08', '03:00', '2026-03-08T03:00:00-04:00'],
  ['half-hour zones', 'Asia/Kolkata', '2026-01-01', '00:00', '2026-01-01T00:00:00+05:30'],
  ['a shift of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T02:45:00+11:00'],
  ['the end of a day', 'Europe/Paris', '2026-12-31', '24:00', '2027-01-01T00:00:00+01:00'],
])('%s', (_, zone, date, time, iso) => {
  const at = instantOf({ date, time }, zone)
  expect(isoWithOffset(at, zone)).toBe(iso)
  expect(Date.parse(iso)).toBe(at)
})

test('every half hour of a year is found again from its date and time, but for the hour shown twice', () => {
  const lost: string[] = []
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 30 * 60_000) {
    if (instantOf(wallClockAt(at, 'Europe/Paris'), 'Europe/Paris') !== at) lost.push(new Date(at).toISOString())
  }
  expect(lost).toEqual(['2026-10-25T01:00:00.000Z', '2026-10-25T01:30:00.000Z'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, zonedIso } from './zoned-instant.ts'
import { zonedParts } from './zoned-parts.ts'

const iso = (date: string, time: string, zone: string) => zonedIso(instantOf(date, time, zone) ?? Number.NaN, zone)

test.each([
  ['2026-11-24', '15:30', 'Europe/Paris', '2026-11-24T15:30:00+01:00'],
  ['2026-07-14', '09:05', 'Europe/Paris', '2026-07-14T09:05:00+02:00'],
  ['2026-01-01', '00:00', 'America/New_York', '2026-01-01T00:00:00-05:00'],
  ['2026-06-01', '23:59', 'Asia/Kolkata', '2026-06-01T23:59:00+05:30'],
  ['2026-06-01', '12:00', 'Pacific/Chatham', '2026-06-01T12:00:00+12:45'],
  ['2026-06-01', '12:00', 'Nowhere/Land', '2026-06-01T12:00:00+00:00'],
])('%s %s in %s', (date, time, zone, expected) => {
  expect(iso(date, time, zone)).toBe(expected)
})

test.each([
  ['the hour that spring skips is an hour later', '2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T03:30:00+02:00'],
  ['just before the gap', '2026-03-29', '01:59', 'Europe/Paris', '2026-03-29T01:59:00+01:00'],
  ['just after the gap', '2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T03:00:00+02:00'],
  ['of the hour that autumn repeats, the first', '2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T02:30:00+02:00'],
  ['after the repeated hour', '2026-10-25', '03:00', 'Europe/Paris', '2026-10-25T03:00:00+01:00'],
  ['a gap west of Greenwich', '2026-03-08', '02:15', 'America/New_York', '2026-03-08T03:15:00-04:00'],
  ['a repeated hour west of Greenwich', '2026-11-01', '01:15', 'America/New_York', '2026-11-01T01:15:00-04:00'],
  ['a clock that jumps by half an hour', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-04T02:40:00+11:00'],
  ['at a jump at midnight', '2026-09-06', '00:20', 'America/Santiago', '2026-09-06T01:20:00-03:00'],
])('%s', (_, date, time, zone, expected) => {
  expect(iso(date, time, zone)).toBe(expected)
})

test('no date and no time give no instant', () => {
  expect(instantOf('2026-13-01', '10:00', 'UTC')).toBeUndefined()
  expect(instantOf('2026-02-30', '10:00', 'UTC')).toBeUndefined()
  expect(instantOf('soon', '10:00', 'UTC')).toBeUndefined()
  expect(instantOf('2026-11-24', '25:00', 'UTC')).toBeUndefined()
})

test('what a zone’s clock shows at any minute leads back to that minute, or to the first that shows the same', () => {
  const zone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC')
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 }), zone, (minute, timeZone) => {
      const at = minute * 60_000
      const { date, time } = zonedParts(at, timeZone)
      const back = instantOf(date, time, timeZone) ?? Number.NaN
      expect(back).toBeLessThanOrEqual(at)
      expect(zonedParts(back, timeZone)).toEqual({ date, time })
      expect(Date.parse(zonedIso(at, timeZone))).toBe(at)
    }),
  )
})

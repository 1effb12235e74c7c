import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendar } from './calendar.ts'
import { timeOf } from './calendar-days.ts'
import { mayCallAt, nextWindow, type Place } from './windows.ts'

const minuteMs = 60_000
const noHolidays = () => new Set<string>()

/** Changes of clocks at one, two and at midnight, by an hour and by half an hour, and one that skipped a whole day. */
const aroundChanges = [
  ['Europe/Paris', '2026-03-29'],
  ['Europe/Paris', '2026-10-25'],
  ['America/New_York', '2026-11-01'],
  ['America/Santiago', '2026-09-06'],
  ['America/Santiago', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Africa/Casablanca', '2026-02-15'],
  ['America/Havana', '2026-11-01'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kathmandu', '2026-06-01'],
] as const

const span = fc
  .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }), fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }))
  .map(([a, b, weekdays]) => ({ weekdays, from: timeOf(Math.min(a, b - 1) * 30), to: timeOf(Math.max(a + 1, b) * 30) }))
const windows = fc.array(span, { minLength: 1, maxLength: 4 })

/** What a clock on the wall shows, asked another way. */
function shown(at: number, timeZone: string) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return {
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? '') + 1,
    time: `${parts.hour}:${parts.minute}`,
  }
}

test('a minute is open when every clock on the wall shows a time within a window, through every change of clocks', () => {
  const places = fc.constantFrom(...aroundChanges)
  const also = fc.constantFrom(undefined, 'Europe/London', 'Asia/Tokyo', 'America/Los_Angeles')
  fc.assert(
    fc.property(places, also, windows, fc.integer({ min: -2_880, max: 2_880 }), ([zone, date], second, spans, offset) => {
      const calendar = readCalendar({ windows: spans, holidays: { contactCountry: false } }, noHolidays)
      const zones = second ? [zone, second] : [zone]
      const at = Date.parse(`${date}T00:00:00Z`) + offset * minuteMs
      const isOpen = zones.every((one) => {
        const { weekday, time } = shown(at, one)
        return spans.some(({ weekdays, from, to }) => weekdays.includes(weekday) && from <= time && time < to)
      })
      expect(mayCallAt(at, { zones }, calendar).open).toBe(isOpen)
    }),
    { numRuns: 2_000 },
  )
})

test('the next window begins at the first open minute and all of it is open', () => {
  fc.assert(
    fc.property(fc.constantFrom(...aroundChanges), windows, fc.integer({ min: -1_440, max: 1_440 }), ([zone, date], spans, offset) => {
      const calendar = readCalendar({ windows: spans, holidays: { contactCountry: false } }, noHolidays)
      const place: Place = { zones: [zone] }
      const at = Date.parse(`${date}T00:00:00Z`) + offset * minuteMs
      const next = nextWindow(at, place, calendar)
      if (!next) throw new Error('A weekly window comes again.')
      const open = (instant: number) => mayCallAt(instant, place, calendar).open
      for (let minute = at; minute < Math.min(next.from, at + 1_500 * minuteMs); minute += 7 * minuteMs) expect(open(minute)).toBe(false)
      expect(next.from === at || !open(next.from - minuteMs)).toBe(true)
      expect([open(next.from), open(next.to - 1), open(next.to)]).toEqual([true, true, open(next.to)])
    }),
    { numRuns: 300 },
  )
})

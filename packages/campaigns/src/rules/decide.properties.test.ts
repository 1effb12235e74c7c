import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendar } from '../clock/calendar.ts'
import { timeOf } from '../clock/calendar-days.ts'
import { mayCallAt } from '../clock/windows.ts'
import { dayMs } from '../clock/zone-clock.ts'
import { attemptOutcome, type CampaignSettings } from '../settings.ts'
import { decide } from './decide.ts'
import type { AttemptFacts } from './lead-facts.ts'

const rule = fc.record({
  delaysMinutes: fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 3 }),
  most: fc.integer({ min: 1, max: 5 }),
  dayPart: fc.constantFrom('any', 'other', 'morning', 'afternoon', 'evening'),
})
const settings = fc.record({
  retry: fc.record({
    mostAttempts: fc.integer({ min: 1, max: 6 }),
    after: fc
      .dictionary(fc.constantFrom('busy', 'noAnswer', 'machine', 'failed'), rule)
      .map((rules): CampaignSettings['retry']['after'] => rules),
  }),
  consent: fc.constantFrom('required', 'notRefused'),
  limits: fc.record({
    concurrentCalls: fc.constant(1),
    callsPerSecond: fc.constant(1),
    maxCallMinutes: fc.constant(10),
    frequency: fc.option(fc.record({ calls: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 10 }) }), { nil: undefined }),
  }),
})
const schedule = fc
  .record({
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 8 }),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  })
  .map(({ from, length, weekdays }) => ({
    windows: [{ weekdays, from: timeOf(from * 30), to: timeOf((from + length) * 30) }],
    holidays: { contactCountry: false },
  }))
const zones = fc.constantFrom(['Europe/Paris'], ['America/New_York', 'America/Chicago'], ['Australia/Lord_Howe'], ['America/Santiago'])
const turn = fc.record({
  outcome: fc.constantFrom(...attemptOutcome.options),
  lateMs: fc.integer({ min: 0, max: 7_200_000 }),
  wish: fc.option(fc.constantFrom({ time: '17:00' }, { time: '02:30' }, { date: '2026-11-03', time: '10:00' }), {
    nil: undefined,
    freq: 6,
  }),
})

test('a lead that is asked again whenever it is said to be worth it is called inside windows, caps and maximum only, and is done with in the end', () => {
  fc.assert(
    fc.property(
      settings,
      schedule,
      zones,
      fc.array(turn, { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 0, max: 400 }),
      (told, raw, lead, turns, day) => {
        const calendar = readCalendar(raw, () => new Set())
        const attempts: AttemptFacts[] = []
        const calls: number[] = []
        let now = Date.parse('2026-01-01T00:00:00Z') + day * dayMs
        for (let asked = 0; asked < 200; asked += 1) {
          const decision = decide(
            { lead: { zones: lead }, attempts, settings: told, calendar, number: { suppressed: false, consent: 'given', calls } },
            now,
          )
          if (decision.decision === 'finished') return
          if (decision.decision === 'wait') {
            expect(decision.until).toBeGreaterThan(now)
            now = decision.until + (turns[asked % 12]?.lateMs ?? 0) * (asked % 3 === 0 ? 1 : 0)
            continue
          }
          const state = mayCallAt(now, { zones: lead }, calendar)
          expect(state.open && state.until >= decision.openUntil && decision.openUntil > now).toBe(true)
          const cap = told.limits.frequency
          if (cap && decision.reason !== 'wish')
            expect(calls.filter((call) => call > now - cap.days * dayMs).length).toBeLessThan(cap.calls)
          const { outcome, wish } = turns[attempts.length % 12] ?? {}
          attempts.push({ startedAt: now, endedAt: now + 60_000, outcome, wish })
          calls.push(now)
          expect(attempts.length).toBeLessThanOrEqual(told.retry.mostAttempts + 5)
          now += 60_000
        }
        throw new Error('The lead is asked for without end.')
      },
    ),
    { numRuns: 400 },
  )
})

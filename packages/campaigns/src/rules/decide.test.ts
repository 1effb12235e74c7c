import { describe, expect, test } from 'vitest'
import { readCalendar } from '../clock/calendar.ts'
import { publicHolidays } from '../clock/holidays.ts'
import type { CampaignSettings } from '../settings.ts'
import { type DecideInput, decide } from './decide.ts'
import type { AttemptFacts } from './lead-facts.ts'

const weekdays = [1, 2, 3, 4, 5]
const calendar = readCalendar({ windows: [{ weekdays, from: '09:00', to: '19:00' }], lastDate: '2026-12-18', holidays: {} }, publicHolidays)
const retry: CampaignSettings['retry'] = {
  mostAttempts: 4,
  after: {
    busy: { delaysMinutes: [10, 30], most: 3, dayPart: 'any' },
    noAnswer: { delaysMinutes: [60], most: 2, dayPart: 'other' },
    machine: { delaysMinutes: [60], most: 1, dayPart: 'evening' },
  },
}
const settings: DecideInput['settings'] = {
  retry,
  consent: 'notRefused',
  limits: { concurrentCalls: 5, callsPerSecond: 1, maxCallMinutes: 10 },
}
const at = (iso: string) => Date.parse(iso)
const morning = at('2026-11-30T10:00:00+01:00')
const paris = { zones: ['Europe/Paris'], country: 'FR' }
const number = { suppressed: false, consent: 'unknown', calls: [] } as const
const ask = (attempts: AttemptFacts[], now: number, other: Partial<DecideInput> = {}) =>
  decide({ lead: paris, attempts, settings, calendar, number, ...other }, now)
const ended = (iso: string, outcome: AttemptFacts['outcome'], wish?: AttemptFacts['wish']): AttemptFacts => ({
  startedAt: at(iso),
  endedAt: at(iso) + 60_000,
  outcome,
  wish,
})

test('a new lead is called when its window is open, and the decision says what it was made from', () => {
  expect(ask([], morning)).toEqual({
    decision: 'call',
    reason: 'firstCall',
    attempt: 1,
    openUntil: at('2026-11-30T19:00:00+01:00'),
    seen: { at: morning, local: { 'Europe/Paris': '2026-11-30 10:00' }, attempts: 0 },
  })
  expect(ask([], at('2026-11-29T10:00:00+01:00'))).toMatchObject({
    decision: 'wait',
    reason: 'closedWeekday',
    until: at('2026-11-30T09:00:00+01:00'),
  })
})

describe('retries', () => {
  const busy = ended('2026-11-30T10:00:00+01:00', 'busy')
  test('wait as their outcome says, longer each time', () => {
    expect(ask([busy], morning + 120_000)).toMatchObject({ decision: 'wait', reason: 'retryDelay', until: at('2026-11-30T10:11:00+01:00') })
    expect(ask([busy], at('2026-11-30T10:11:00+01:00'))).toMatchObject({ decision: 'call', reason: 'retry', attempt: 2 })
    const again = ended('2026-11-30T10:11:00+01:00', 'busy')
    expect(ask([busy, again], morning + 900_000)).toMatchObject({ decision: 'wait', until: at('2026-11-30T10:42:00+01:00') })
  })

  test('move to another part of the day, or to the one named', () => {
    const unanswered = ended('2026-11-30T10:00:00+01:00', 'noAnswer')
    expect(ask([unanswered], at('2026-11-30T11:30:00+01:00'))).toMatchObject({
      decision: 'wait',
      reason: 'dayPart',
      until: at('2026-11-30T12:00:00+01:00'),
    })
    const machine = ended('2026-11-30T10:00:00+01:00', 'machine')
    expect(ask([machine], at('2026-11-30T12:30:00+01:00'))).toMatchObject({ decision: 'wait', until: at('2026-11-30T17:00:00+01:00') })
  })

  test('take any part of the day when the wanted one never opens', () => {
    const early = readCalendar({ windows: [{ weekdays, from: '09:00', to: '11:00' }], holidays: {} }, publicHolidays)
    const machine = ended('2026-11-30T09:10:00+01:00', 'machine')
    expect(ask([machine], at('2026-11-30T10:30:00+01:00'), { calendar: early })).toMatchObject({ decision: 'call' })
  })

  test('end with the most of their outcome, the most of all, and where there is no rule', () => {
    const outcome = (all: AttemptFacts['outcome'][]) =>
      ask(
        all.map((one) => ended('2026-11-30T10:00:00+01:00', one)),
        morning + 7_200_000,
      )
    expect(outcome(['noAnswer', 'noAnswer', 'noAnswer'])).toMatchObject({
      decision: 'finished',
      outcome: 'notReached',
      reason: 'attemptsUsed',
    })
    expect(outcome(['busy', 'busy', 'noAnswer', 'busy'])).toMatchObject({
      decision: 'finished',
      outcome: 'notReached',
      reason: 'attemptsUsed',
    })
    expect(outcome(['hungUp'])).toMatchObject({ decision: 'finished', outcome: 'notReached', reason: 'noRetry' })
    expect(outcome(['busy', 'completed'])).toMatchObject({ decision: 'finished', outcome: 'reached' })
  })

  test('never begin beside an attempt that is under way', () => {
    expect(ask([{ startedAt: morning }], morning + 1_000)).toMatchObject({
      decision: 'wait',
      reason: 'attemptUnderWay',
      until: morning + 720_000,
    })
    expect(ask([{ startedAt: morning }], morning + 900_000)).toMatchObject({ decision: 'wait', reason: 'attemptUnderWay' })
  })
})

describe('“call me at five”', () => {
  const said = ended('2026-11-30T10:00:00+01:00', 'completed', { time: '17:00' })
  test('is kept, on the contact’s clock, whatever the frequency allows', () => {
    const often = { ...settings, limits: { ...settings.limits, frequency: { calls: 1, days: 7 } } }
    const asked = { settings: often, number: { ...number, calls: [morning] } }
    expect(ask([said], morning + 120_000, asked)).toMatchObject({
      decision: 'wait',
      reason: 'wishedTime',
      until: at('2026-11-30T17:00:00+01:00'),
    })
    expect(ask([said], at('2026-11-30T17:00:00+01:00'), asked)).toMatchObject({ decision: 'call', reason: 'wish' })
  })

  test('outside the windows is the next opening; said after five it is tomorrow', () => {
    const late = ended('2026-11-30T10:00:00+01:00', 'completed', { time: '21:00' })
    expect(ask([late], morning + 120_000)).toMatchObject({ decision: 'wait', until: at('2026-12-01T09:00:00+01:00') })
    const after = ended('2026-11-30T18:00:00+01:00', 'completed', { time: '17:00' })
    expect(ask([after], at('2026-11-30T18:05:00+01:00'))).toMatchObject({ decision: 'wait', until: at('2026-12-01T17:00:00+01:00') })
  })

  test('holds through a change of clocks', () => {
    const friday = ended('2026-03-27T10:00:00+01:00', 'completed', { date: '2026-03-30', time: '17:00' })
    expect(ask([friday], at('2026-03-27T11:00:00+01:00'))).toMatchObject({ until: at('2026-03-30T17:00:00+02:00') })
  })

  test('is nothing when nobody knows whose five o’clock', () => {
    const lead = { zones: ['America/New_York', 'America/Los_Angeles'], country: 'US' }
    expect(ask([said], morning + 120_000, { lead })).toMatchObject({ decision: 'finished', outcome: 'reached' })
  })
})

test('nobody is called against the do-not-call list, a refusal, or without the consent that is needed', () => {
  expect(ask([], morning, { number: { ...number, suppressed: true } })).toMatchObject({
    decision: 'finished',
    outcome: 'doNotCall',
    reason: 'suppressed',
  })
  expect(ask([], morning, { number: { ...number, consent: 'withdrawn' } })).toMatchObject({
    decision: 'finished',
    outcome: 'doNotCall',
    reason: 'consentWithdrawn',
  })
  const strict = { ...settings, consent: 'required' } as const
  expect(ask([], morning, { settings: strict })).toMatchObject({ decision: 'finished', outcome: 'notCallable', reason: 'consentMissing' })
  expect(ask([], morning, { settings: strict, number: { ...number, consent: 'given' } })).toMatchObject({ decision: 'call' })
  expect(
    ask([ended('2026-11-30T09:30:00+01:00', 'completed', { time: '17:00' })], morning, { number: { ...number, suppressed: true } }),
  ).toMatchObject({ outcome: 'doNotCall' })
})

test('calls of other campaigns count for the frequency', () => {
  const often = { ...settings, limits: { ...settings.limits, frequency: { calls: 2, days: 7 } } }
  const calls = [at('2026-11-24T15:00:00+01:00'), at('2026-11-26T10:00:00+01:00')]
  expect(ask([], morning, { settings: often, number: { ...number, calls } })).toMatchObject({
    decision: 'wait',
    reason: 'frequencyCap',
    until: at('2026-12-01T15:00:00+01:00'),
  })
})

test('after the last date, and in an unknown zone, the lead is done with', () => {
  expect(ask([], at('2026-12-21T10:00:00+01:00'))).toMatchObject({ decision: 'finished', outcome: 'notCallable', reason: 'afterLastDate' })
  expect(ask([ended('2026-12-18T18:55:00+01:00', 'busy')], at('2026-12-18T18:58:00+01:00'))).toMatchObject({
    decision: 'finished',
    outcome: 'notReached',
    reason: 'outsideHours',
  })
  expect(ask([], morning, { lead: { zones: ['Europe/Pariss'], country: 'FR' } })).toMatchObject({
    decision: 'finished',
    outcome: 'notCallable',
    reason: 'unknownTimeZone',
  })
})

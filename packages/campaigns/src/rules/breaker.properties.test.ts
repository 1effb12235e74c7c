import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptOutcome } from '../settings.ts'
import { campaignTrip, connectionTrip, type EndedAttempt, isTrouble, shortTalkMs, usualPauseWhen } from './breaker.ts'

const talk = fc.option(fc.integer({ min: 0, max: 3 * shortTalkMs }), { nil: undefined })
const code = fc.constantFrom('CARRIER_FAILED', 'NUMBER_SUPPRESSED', undefined)
const ended: fc.Arbitrary<EndedAttempt> = fc.record({
  outcome: fc.constantFrom(...attemptOutcome.options),
  failureCode: code,
  talkMs: talk,
})
const share = fc.option(fc.double({ min: 0.05, max: 1, noNaN: true }), { nil: undefined })
const pauseWhen = fc.record({ attempts: fc.integer({ min: 5, max: 40 }), failed: share, machines: share, short: share })
const good: EndedAttempt = { outcome: 'completed', talkMs: 60_000 }
const bad: EndedAttempt = { outcome: 'failed', failureCode: 'CARRIER_UNREACHABLE' }

test('a window that is not full, good ends and old trouble never pause; a share that was left out never counts', () => {
  fc.assert(
    fc.property(fc.array(ended, { maxLength: 80 }), pauseWhen, (ends, when) => {
      const { attempts } = when
      expect(campaignTrip(ends.slice(0, attempts - 1), when)).toBeUndefined()
      expect(campaignTrip([...Array.from({ length: attempts }, () => good), ...ends], when)).toBeUndefined()
      expect(campaignTrip(ends, { attempts })).toBeUndefined()
      expect(campaignTrip([...ends.slice(0, attempts), ...ends], when)).toBe(
        campaignTrip(ends.length < attempts ? [...ends, ...ends] : ends, when),
      )
    }),
  )
})

test('a good end never trips: whoever is asked only after trouble misses nothing; and more trouble never calms', () => {
  fc.assert(
    fc.property(fc.array(ended, { minLength: 40, maxLength: 60 }), pauseWhen, (ends, when) => {
      const [newest, ...before] = ends
      if (newest && !isTrouble(newest) && campaignTrip(ends, when)) expect(campaignTrip(before, when)).toBeDefined()
      const worse = ends.map((one) => (one === newest ? bad : one))
      if (campaignTrip(ends, when) === 'CAMPAIGN_MANY_FAILURES') expect(campaignTrip(worse, when)).toBe('CAMPAIGN_MANY_FAILURES')
    }),
  )
})

test('says what there is too much of; who asked not to be called is no failure', () => {
  const { attempts } = usualPauseWhen
  const of = (one: EndedAttempt, count = attempts) => [...Array(count).fill(one), ...Array(attempts - count).fill(good)]
  expect(campaignTrip(of(bad))).toBe('CAMPAIGN_MANY_FAILURES')
  expect(campaignTrip(of({ outcome: 'machine', talkMs: 9_000 }))).toBe('CAMPAIGN_MANY_MACHINES')
  expect(campaignTrip(of({ outcome: 'hungUp', talkMs: 900 }))).toBe('CAMPAIGN_SHORT_CALLS')
  expect(campaignTrip(of(bad, 11))).toBeUndefined()
  expect(campaignTrip(of({ outcome: 'failed', failureCode: 'NUMBER_SUPPRESSED' }))).toBeUndefined()
  expect(campaignTrip(of({ outcome: 'hungUp' }))).toBeUndefined()
  expect([connectionTrip(of(bad, 16)), connectionTrip(of(bad, 15))]).toEqual(['CONNECTION_MANY_FAILURES', undefined])
  for (const failureCode of ['FLOW_FAILED', 'CARRIER_NUMBER_INVALID', 'CALL_DECLINED'])
    expect(connectionTrip(of({ outcome: 'failed', failureCode }))).toBeUndefined()
})

import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, scenario, slots } from '../../scenario.ts'
import type { callbackConfig } from './callback-config.ts'

/** Calls start on Friday, November 20, 2026, at 10:00 in Paris. */
const flow = (data: z.input<typeof callbackConfig> = {}, known: Record<string, string> = {}) =>
  drawn(
    {
      set: ['set', { assignments: Object.entries(known).map(([variable, value]) => ({ variable, value })) }, { next: 'callback' }],
      callback: ['callback', { date: 'day', time: 'hour', ...data }, { scheduled: 'bye' }],
      bye: ['end', { text: 'Until {{ day }}.' }],
    },
    {
      languages: ['en', 'fr'],
      variables: [
        { name: 'day', type: 'date' },
        { name: 'hour', type: 'time' },
      ],
    },
  )
const yes = slots({ _confirmed: true })
const no = slots({ _confirmed: false })
const entry = (call: ReturnType<typeof scenario>) => call.effects().flatMap((effect) => (effect.type === 'record' ? [effect.entry] : []))[0]

test('a day and a time are read back, confirmed, recorded with the zone’s clock and kept', () => {
  const call = scenario(flow({ note: 'Call on {{ day }}{{ nobody }}' }))
  expect(call.words()).toBe('When shall we call you back?')
  expect(call.awaited('listen').expectation.kind).toBe('dateTime')
  call.says('Tuesday at five', slots({ _date: '2026-11-24', _time: '17:00' }))
  expect(call.words()).toBe('We will call you back on Tuesday, November 24 at 5 PM. Is that right?')
  expect(call.awaited('listen').expectation.kind).toBe('yesNo')
  call.says('yes', yes)
  expect(entry(call)).toEqual({ what: 'callback', at: '2026-11-24T17:00:00+01:00', note: 'Call on' })
  expect(call.state()).toMatchObject({ at: 'bye', variables: { day: '2026-11-24', hour: '17:00' } })
  expect(call.decisions()[0]).toMatchObject({ outcome: 'scheduled', why: { code: 'callbackAgreed' } })
})

test('in French, in the words of the language or of the author', () => {
  const french = { language: 'fr' as const }
  const call = scenario(flow(), french)
  expect(call.words()).toBe('Quand pouvons-nous vous rappeler ?')
  call.says('mardi', slots({ _date: '2026-11-24' }))
  expect(call.words()).toBe('À quelle heure ?')
  call.says('à dix-sept heures', slots({ _time: '17:00' }))
  expect(call.words()).toBe("Nous vous rappellerons le mardi 24 novembre à 17 heures. C'est bien cela ?")
  const own = scenario(flow({ confirmText: { en: 'x', fr: 'Le {{ day }} à {{ hour }}, donc ?' } }), french)
  own.says('mardi à dix-sept heures', slots({ _date: '2026-11-24', _time: '17:00' }))
  expect(own.words()).toBe('Le mardi 24 novembre à 17 heures, donc ?')
  expect(own.state().variables).toEqual({})
})

describe('what is said is', () => {
  const agreed = (understanding: ReturnType<typeof slots>, facts = {}) =>
    entry(scenario(flow(), facts).says('…', understanding).says('yes', yes))

  test('a time alone: the next such time', () => {
    expect(agreed(slots({ _time: '10:30' }))).toMatchObject({ at: '2026-11-20T10:30:00+01:00' })
    expect(agreed(slots({ _time: '09:00' }))).toMatchObject({ at: '2026-11-21T09:00:00+01:00' })
  })

  test('an instant, on the clock of the call’s zone', () => {
    expect(agreed(slots({ _at: '2026-11-20T20:15:00Z' }), { timeZone: 'America/New_York' })).toMatchObject({
      at: '2026-11-20T15:15:00-05:00',
    })
  })

  test('a time the clock skips: what it shows then is read back', () => {
    const call = scenario(flow()).says('…', slots({ _date: '2027-03-28', _time: '02:30' }))
    expect(call.words()).toContain('at 3:30 AM')
    expect(entry(call.says('yes', yes))).toMatchObject({ at: '2027-03-28T03:30:00+02:00' })
    expect(call.state().variables.hour).toBe('03:30')
  })

  test('a time that is past: said so, and asked again', () => {
    const call = scenario(flow()).says('…', slots({ _date: '2026-11-20', _time: '09:00' }))
    expect(call.words()).toBe('That time is already past. When shall we call you back?')
    expect(call.says('…', slots({ _time: '11:00' })).words()).toContain('Friday, November 20 at 11 AM')
  })

  test('a day without a time, twice: a try each time after the first', () => {
    const call = scenario(flow({ maxTries: 2 })).says('Tuesday', slots({ _date: '2026-11-24' }))
    expect(call.awaited('listen').expectation.kind).toBe('time')
    expect(call.says('Wednesday', slots({ _date: '2026-11-25' })).words()).toBe('Sorry, I did not understand. At what time?')
    expect(call.says('Wednesday', slots({ _date: '2026-11-25' })).state().at).toBe('bye')
  })
})

describe('the read-back', () => {
  const asked = () => scenario(flow()).says('…', slots({ _date: '2026-11-24', _time: '17:00' }))

  test('is corrected in part, with or without a no', () => {
    for (const said of [slots({ _time: '18:00' }), slots({ _confirmed: false, _time: '18:00' })]) {
      const call = asked().says('no, at six', said)
      expect(call.words()).toContain('Tuesday, November 24 at 6 PM')
      expect(entry(call.says('yes', yes))).toMatchObject({ at: '2026-11-24T18:00:00+01:00' })
    }
  })

  test('is confirmed by saying the same again', () => {
    expect(
      asked()
        .says('at five, yes', slots({ _time: '17:00' }))
        .state().at,
    ).toBe('bye')
  })

  test('is put again when the answer is neither yes nor no, and the question after a no', () => {
    expect(asked().says('hm').words()).toBe('We will call you back on Tuesday, November 24 at 5 PM. Is that right?')
    expect(asked().silent().words()).toMatch(/^Are you still there\? We will call you back/)
    expect(asked().says('no', no).words()).toBe('When shall we call you back?')
  })
})

test('nothing sure by words or in silence: the default, which the variables hold', () => {
  const data = { defaultAfterMinutes: 90 }
  const unclear = scenario(flow(data)).says('hm').said(' ').says('hm')
  const quiet = scenario(flow(data)).silent().silent().silent()
  for (const call of [unclear, quiet]) {
    expect(call.decisions()[0]).toMatchObject({ outcome: 'scheduled', why: { code: 'callbackByDefault', values: { minutes: 90 } } })
    expect(entry(call)).toEqual({ what: 'callback', at: '2026-11-20T11:31:00+01:00' })
    expect(call.state().variables).toEqual({ day: '2026-11-20', hour: '11:31' })
  }
})

test('a day and a time known already are read back at once, on the first visit only, if they are still to come', () => {
  const known = { day: '"2026-11-24"', hour: '"17:00"' }
  expect(scenario(flow({}, known)).words()).toContain('Tuesday, November 24 at 5 PM')
  expect(scenario(flow({}, { ...known, day: '"2026-11-19"' })).words()).toBe('When shall we call you back?')
  expect(scenario(flow({}, { hour: known.hour })).words()).toBe('When shall we call you back?')
})

test('an answer heard twice, or after it was left, records nothing more', () => {
  const call = scenario(flow()).says('…', slots({ _date: '2026-11-24', _time: '17:00' }))
  const said = {
    type: 'contactSaid' as const,
    at: 1,
    effectId: call.awaited('listen').id,
    text: 'yes',
    confidence: 1,
    language: 'en' as const,
  }
  call.tell(said).understood(yes)
  expect(entry(call)).toBeDefined()
  expect(call.tell(said).effects()).toEqual([])
})

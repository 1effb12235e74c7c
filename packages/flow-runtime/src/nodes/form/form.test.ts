import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { knownTexts } from '../../known-texts.ts'
import { drawn, meant, scenario, slots } from '../../scenario.ts'
import type { formConfig } from './form-config.ts'

const end = ['end', {}] as ['end', object]
const fields = [
  { variable: 'day', question: { en: 'Which day?', fr: 'Quel jour ?' } },
  {
    variable: 'hour',
    question: { en: 'On {{ day | weekday }}, at what time?', fr: 'À quelle heure ?' },
    reprompt: 'At what time was that?',
  },
  { variable: 'party', question: 'How many?', confirm: false },
  { variable: 'wishes', question: 'Any wishes?', required: false },
]
const flowOf = (data: z.input<typeof formConfig> = {}) =>
  drawn(
    {
      why: ['intent', { question: 'What?', intents: ['book'], fills: ['day', 'hour', 'party'] }, { book: 'form' }],
      form: ['form', { fields, ...data }, { done: 'done', gaveUp: 'lost', silent: 'quiet' }],
      done: end,
      lost: end,
      quiet: end,
    },
    {
      languages: ['en', 'fr'],
      intents: [{ name: 'book' }],
      variables: [
        { name: 'day', type: 'date' },
        { name: 'hour', type: 'time', label: 'Time' },
        { name: 'party', type: 'number' },
        { name: 'wishes', type: 'text' },
        { name: 'patient', type: 'personName' },
        { name: 'firstVisit', type: 'boolean' },
      ],
    },
  )
const entered = (data: z.input<typeof formConfig> = {}, filled: Parameters<typeof slots>[0] = {}, language: 'en' | 'fr' = 'en') =>
  scenario(flowOf(data), { language }).says('book', meant('book', 0.9, filled))
const both = slots({ day: '2026-11-24', hour: '15:30' })
const toConfirm = (data: z.input<typeof formConfig> = {}) =>
  entered(data)
    .says('Tuesday half past three', both)
    .says('four', slots({ party: 4 }))
const readBackTuesday = 'I have noted: day: Tuesday, November 24; Time: 3:30 PM. Is that right?'

describe('filling', () => {
  test('asks for what is missing only; one utterance fills several, in any order', () => {
    const call = entered()
    expect(call.words()).toBe('Which day?')
    call.said('four at half past three')
    expect(call.awaited('understand').request.slots.map(({ name }) => name)).toEqual(['day', 'hour', 'party', 'wishes'])
    call.understood(slots({ party: 4, hour: '15:30' }))
    expect(call.words()).toBe('Which day?')
    expect(call.state().variables).toEqual({ party: 4, hour: '15:30' })
    expect(call.decisions()[0]?.why).toEqual({ code: 'fieldsFilled', values: { variables: 'hour, party' } })
    call.said('Tuesday')
    expect(call.awaited('understand').request.slots.map(({ name }) => name)).toEqual(['day', 'wishes'])
    expect(call.understood(slots({ day: '2026-11-24' })).words()).toBe(readBackTuesday)
  })

  test('a question may use what was said a moment before; what was asked comes first', () => {
    const call = entered().says('Tuesday', slots({ day: '2026-11-24' }))
    expect(call.words()).toBe('On Tuesday, at what time?')
    expect(call.awaited('listen').expectation).toMatchObject({ kind: 'time' })
    expect(call.said('noon').awaited('understand').request.slots[0]).toEqual({ name: 'hour', type: 'time' })
  })

  test('an invitation comes first; what follows is asked in particular', () => {
    const call = entered({ question: 'Tell me the day and the time.' })
    expect(call.words()).toBe('Tell me the day and the time.')
    expect(call.awaited('listen').expectation.kind).toBe('free')
    expect(call.says('hm').words()).toBe('Sorry, I did not understand. Which day?')
  })

  test('values of another type are not taken; a yes or a remark only answers what was asked', () => {
    const call = entered({
      fields: [
        { variable: 'day', question: 'Day?' },
        { variable: 'firstVisit', question: 'First visit?' },
      ],
    })
    call.says('yes', slots({ day: 'Tuesday', firstVisit: true }))
    expect(call.state()).toMatchObject({ at: 'form', variables: {} })
    call.says('Tuesday', slots({ day: '2026-11-24' }))
    expect(call.words()).toBe('First visit?')
    expect(call.says('yes', slots({ firstVisit: true })).state().variables).toEqual({ day: '2026-11-24', firstVisit: true })
  })

  test('free text and names that were asked for are taken as they are', () => {
    const call = entered({
      fields: [
        { variable: 'wishes', question: 'Why?' },
        { variable: 'patient', question: 'Who?' },
      ],
      question: {},
    })
    call.says('my tooth hurts')
    expect(call.words()).toBe('Who?')
    expect(call.says('Ada Lovelace.').state().variables).toEqual({ wishes: 'my tooth hurts', patient: 'Ada Lovelace' })
  })

  test('a bare number answers what was asked, although it could be something else', () => {
    const fieldsHere = [
      { variable: 'party', question: 'How many?' },
      { variable: 'hour', question: 'At what time?' },
    ]
    const call = entered({ fields: fieldsHere }).says('four', slots({ hour: '16:00' }))
    expect(call.awaited('understand').request).toMatchObject({ text: 'four', slots: [{ name: 'party' }] })
    expect(call.understood(slots({ party: 4 })).state().variables).toEqual({ party: 4 })
    const other = entered({ fields: fieldsHere })
      .says('four pm', slots({ hour: '16:00' }))
      .understood({})
    expect(other.state().variables).toEqual({ hour: '16:00' })
    expect(other.words()).toBe('How many?')
  })

  test('not understood three times in a row gives up; any progress starts the count again', () => {
    const call = entered()
      .says('hm')
      .says('hm')
      .says('Tuesday', slots({ day: '2026-11-24' }))
      .says('hm')
    expect(call.words()).toBe('At what time was that?')
    expect(call.said(' ').words()).toBe('I am sorry, I still did not understand. On Tuesday, at what time?')
    expect(call.says('hm').state()).toMatchObject({ at: 'lost', variables: { day: '2026-11-24' } })
  })

  test('silence is asked about, then leaves by silent', () => {
    const call = entered().silent().silent()
    expect(call.words()).toBe('I cannot hear you. Which day?')
    expect(call.silent().state().at).toBe('quiet')
  })

  test('a caller who speaks already is listened to first, and hears the question if that was no answer', () => {
    const flow = drawn(
      {
        hi: ['say', { text: 'Good morning.' }, { next: 'form' }],
        form: ['form', { fields }, { done: 'bye', gaveUp: 'bye', silent: 'bye' }],
        bye: end,
      },
      { variables: flowOf().variables },
    )
    const call = scenario(flow).interrupted('Good')
    expect(call.types()).toEqual(['listen'])
    expect(call.says('hello').state().local).toMatchObject({ tries: 0 })
    expect(call.words()).toBe('Which day?')
    expect(
      scenario(flow)
        .interrupted('G')
        .says('Tuesday at four', slots({ day: '2026-11-24', hour: '16:00' }))
        .words(),
    ).toBe('How many?')
    expect(scenario(flow).interrupted('G').silent().words()).toBe('Which day?')
  })
})

describe('what is known from before', () => {
  const all = { day: '2026-11-24', hour: '15:30', party: 4 }

  test('a form with everything known is passed by the first time', () => {
    const call = entered({}, all)
    expect(call.state().path).toEqual(['why', 'form', 'done'])
    expect(call.decisions()[1]?.why).toEqual({ code: 'answerKnown' })
  })

  test('unless it is to be read back; with part of it known, the rest is asked', () => {
    expect(entered({ skipIfKnown: false }, all).words()).toBe(readBackTuesday)
    expect(entered({ question: 'Tell me all.' }, { day: '2026-11-24' }).words()).toBe('On Tuesday, at what time?')
  })

  test('coming back, it listens in any case: reads back, or asks again', () => {
    const around = (confirm: boolean) =>
      drawn(
        { form: ['form', { fields: [{ variable: 'party', question: 'How many?', confirm }] }, { done: 'form', gaveUp: 'form' }] },
        { variables: [{ name: 'party', type: 'number' }] },
      )
    const asked = scenario(around(false)).says('four', slots({ party: 4 }))
    expect(asked.words()).toBe('How many?')
    expect(asked.says('five', slots({ party: 5 })).state().variables).toEqual({ party: 5 })
    const readBack = scenario(around(true))
      .says('four', slots({ party: 4 }))
      .says('yes', slots({ _confirmed: true }))
    expect(readBack.words()).toBe('I have noted: party: 4. Is that right?')
  })

  test('optional fields alone are asked for once', () => {
    const call = entered({ fields: [{ variable: 'wishes', question: 'Any wishes?', required: false }] })
    expect(call.words()).toBe('Any wishes?')
    expect(call.says('a quiet table').words()).toBe('I have noted: wishes: a quiet table. Is that right?')
  })
})

describe('read-back', () => {
  test('everything is read back once, in one sentence, and kept at a yes', () => {
    const call = toConfirm()
    expect(call.words()).toBe(readBackTuesday)
    expect(call.awaited('listen').expectation).toMatchObject({ kind: 'yesNo', hints: expect.arrayContaining(['Time', 'hour', 'tomorrow']) })
    expect(call.says('yes', slots({ _confirmed: true })).state().at).toBe('done')
    const own = toConfirm({ confirmText: { en: '{{ day | weekday }} for {{ party }}, yes?' } })
    expect(own.words()).toBe('Tuesday for 4, yes?')
  })

  test('"no, at four" corrects just that one and reads back again', () => {
    const call = toConfirm().said('no, at four')
    expect(call.awaited('understand').request.slots).toMatchObject([
      { name: '_confirmed', type: 'boolean' },
      {
        name: '_reopen',
        type: 'choice',
        choices: [{ value: 'day' }, { value: 'hour', synonyms: ['Time', 'hour'] }, { value: 'party' }, { value: 'wishes' }],
      },
      { name: 'day' },
      { name: 'hour' },
      { name: 'party' },
    ])
    call.understood(slots({ _confirmed: false, _reopen: 'hour', hour: '16:00' }))
    expect(call.words()).toBe('I have noted: day: Tuesday, November 24; Time: 4 PM. Is that right?')
    expect(call.state().variables).toMatchObject({ day: '2026-11-24', hour: '16:00' })
  })

  test('"change the time" reopens it, and only it', () => {
    const call = toConfirm().says('change the time', slots({ _confirmed: false, _reopen: 'hour' }))
    expect(call.words()).toBe('On Tuesday, at what time?')
    expect(call.state().variables).toMatchObject({ day: '2026-11-24', hour: null, party: 4 })
    expect(call.says('at four', slots({ hour: '16:00' })).words()).toContain('4 PM. Is that right?')
  })

  test('the name of what is wrong is no value', () => {
    const wrong = [
      { name: '_reopen', value: 'day', raw: 'day', confidence: 0.95 },
      { name: 'day', value: '2026-11-20', raw: 'the day', confidence: 0.85 },
    ]
    expect(toConfirm().says('the day is wrong', { slots: wrong }).words()).toBe('Which day?')
  })

  test('a plain no asks what to change; an unclear answer hears everything again, and enough of it gives up', () => {
    const call = toConfirm({ maxTries: 4 }).says('no', slots({ _confirmed: false }))
    expect(call.words()).toBe('What shall I change?')
    expect(call.says('well').words()).toBe(`I am sorry, I still did not understand. ${readBackTuesday}`)
    call.says('no', slots({ _confirmed: false })).says('yes, the time', slots({ _confirmed: true, _reopen: 'hour' }))
    expect(call.words()).toBe('On Tuesday, at what time?')
    const again = toConfirm({ maxTries: 2 }).says('no', slots({ _confirmed: false }))
    expect(again.says('hm').state().at).toBe('lost')
    expect(
      toConfirm({ maxTries: 1 })
        .says('no', slots({ _confirmed: false }))
        .state().at,
    ).toBe('lost')
  })

  test('with one thing read back, a no reopens it', () => {
    const one = entered({ fields: [{ variable: 'party', question: 'How many?' }] }).says('four', slots({ party: 4 }))
    expect(one.says('no', slots({ _confirmed: false })).words()).toBe('How many?')
  })

  test('the same again is a yes; neither yes nor no is asked again; silence leaves by silent', () => {
    expect(toConfirm().says('Tuesday half past three', both).state().at).toBe('done')
    expect(toConfirm().says('pardon').words()).toBe(`Sorry, I did not understand. ${readBackTuesday}`)
    expect(toConfirm().silent().words()).toBe(`Are you still there? ${readBackTuesday}`)
    expect(toConfirm().silent().silent().silent().state().at).toBe('quiet')
  })

  test('a late answer to an earlier question changes nothing', () => {
    const call = toConfirm()
    const { state } = call
    const before = state()
    for (const event of call.events.slice(1)) call.tell(event)
    expect(state()).toEqual(before)
  })
})

test('in French', () => {
  const call = entered({}, {}, 'fr')
  expect(call.words()).toBe('Quel jour ?')
  call.says('mardi', slots({ day: '2026-11-24', hour: '15:30', party: 2 }))
  expect(call.words()).toBe("J'ai noté : day : mardi 24 novembre; Time : 15 heures 30. C'est bien cela ?")
  expect(call.says('non', slots({ _confirmed: false })).words()).toBe('Que faut-il changer ?')
})

test('each language has its own names for what is read back and changed', () => {
  const fields = [
    { variable: 'day', question: { en: 'Which day?', fr: 'Quel jour ?' }, called: { en: 'day', fr: 'jour, date' } },
    { variable: 'party', question: { en: 'How many?', fr: 'Combien ?' }, called: { en: 'guests' } },
  ]
  const call = entered({ fields }, { day: '2026-11-24' }, 'fr').says('quatre', slots({ party: 4 }))
  expect(call.words()).toBe("J'ai noté : jour : mardi 24 novembre; guests : 4. C'est bien cela ?")
  const reopen = call.said('la date est fausse').awaited('understand').request.slots[1]
  expect(reopen?.choices).toMatchObject([
    { value: 'day', synonyms: ['jour', 'date', 'day'] },
    { value: 'party', synonyms: ['guests', 'party'] },
  ])
})

test('its fixed texts are known beforehand', () => {
  expect(knownTexts(flowOf({ confirmText: { en: 'All right?' } }), 'en')).toEqual(
    expect.arrayContaining([
      'Which day?',
      'Sorry, I did not understand. Which day?',
      'What shall I change?',
      'Are you still there? All right?',
    ]),
  )
})

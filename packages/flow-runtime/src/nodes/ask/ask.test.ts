import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, scenario, slots } from '../../scenario.ts'
import type { askConfig } from './ask-config.ts'

const variables = [
  { name: 'day', type: 'date' as const },
  { name: 'patient', type: 'personName' as const },
  { name: 'reason', type: 'text' as const },
  { name: 'size', type: 'choice' as const, choices: [{ value: 'small', synonyms: ['little'] }] },
]
const flow = (data: z.input<typeof askConfig>) =>
  drawn(
    {
      hi: ['say', { text: 'Hi.' }, { next: 'ask' }],
      ask: ['ask', { variable: 'day', question: 'Which day?', ...data }, { done: 'done', noMatch: 'lost', silent: 'quiet' }],
      done: ['end', {}],
      lost: ['end', {}],
      quiet: ['end', {}],
    },
    { variables },
  )
const asked = (data: z.input<typeof askConfig> = {}) => scenario(flow(data)).spoken()
const tuesday = slots({ day: '2026-11-24' })

test('asks for one typed value and keeps it', () => {
  const call = asked({ examples: 'next week, on Friday' })
  expect(call.awaited('listen').expectation).toMatchObject({ kind: 'date' })
  expect(call.awaited('listen').expectation.hints).toEqual(expect.arrayContaining(['next week', 'on Friday', 'tomorrow', 'Tuesday']))
  call.says('Tuesday', tuesday)
  expect(call.state()).toMatchObject({ at: 'done', variables: { day: '2026-11-24' } })
})

test('asks again twice in differing words, then leaves by noMatch', () => {
  const call = asked({ reprompt: 'Which day was that?' })
  const first = call.says('purple', slots({ day: 'purple' })).words()
  const second = call.says('purple').words()
  expect(first).toBe('Which day was that?')
  expect(second).toBe('I am sorry, I still did not understand. Which day?')
  expect(call.says('purple').state().at).toBe('lost')
})

test('an unsure value is not taken', () => {
  const unsure = { slots: [{ name: 'day', value: '2026-11-24', raw: 'Tuesday', confidence: 0.2 }] }
  expect(asked().says('Tuesday?', unsure).state().at).toBe('ask')
})

test('words nobody could recognise count as a try without asking the engine', () => {
  const call = asked().said('  ')
  expect(call.types()).toEqual(['say', 'listen'])
})

test('silence leaves by silent after the re-prompts of the settings', () => {
  const call = asked().silent().silent()
  expect(call.words()).toBe('I cannot hear you. Which day?')
  expect(call.silent().state().at).toBe('quiet')
})

test('a choice is listened for and understood by its labels in every language, and read back by the call’s own', () => {
  const labelled = { value: 'small', label: { en: 'the small one', fr: 'le petit' }, synonyms: ['little'] }
  const call = scenario(
    drawn(
      { ask: ['ask', { variable: 'size', question: 'Which?', confirm: true }, { done: 'bye' }], bye: ['end', {}] },
      { variables: [{ name: 'size', type: 'choice', choices: [labelled] }] },
    ),
  )
  expect(call.awaited('listen').expectation.hints).toEqual(['small', 'the small one', 'le petit', 'little'])
  call.said('the small one')
  expect(call.awaited('understand').request.slots).toEqual([
    { name: 'size', type: 'choice', choices: [{ value: 'small', synonyms: ['the small one', 'le petit', 'little'] }] },
  ])
  expect(call.understood(slots({ size: 'small' })).words()).toBe('the small one. Is that right?')
})

test('a choice only takes what is offered', () => {
  expect(
    asked({ variable: 'size' })
      .says('huge', slots({ size: 'huge' }))
      .state().at,
  ).toBe('ask')
  expect(asked({ variable: 'size' }).awaited('listen').expectation).toEqual({ kind: 'choice', hints: ['small', 'little'] })
})

test('free words and names are taken as said, if they were heard well', () => {
  expect(asked({ variable: 'reason' }).says('my tooth hurts').state().variables).toEqual({ reason: 'my tooth hurts' })
  expect(asked({ variable: 'patient' }).says('Ada Lovelace.').state().variables).toEqual({ patient: 'Ada Lovelace' })
  expect(
    asked({ variable: 'patient' })
      .says('my name is Ada', slots({ patient: 'Ada' }))
      .state().variables,
  ).toEqual({ patient: 'Ada' })
  const mumbled = asked({ variable: 'patient' }).said('aba', 0.2).understood({})
  expect(mumbled.state().at).toBe('ask')
  expect(asked({ variable: 'patient' }).says('well I do not know what to tell you').state().at).toBe('ask')
})

test('a known value is not asked for the first time by, but is when the call comes back', () => {
  const known = drawn(
    {
      set: ['set', { assignments: [{ variable: 'reason', value: '"pain"' }] }, { next: 'ask' }],
      ask: ['ask', { variable: 'reason', question: 'Why?' }, { done: 'hi', noMatch: 'hi', silent: 'hi' }],
      hi: ['say', { text: 'Hi.' }, { next: 'ask' }],
    },
    { variables },
  )
  const call = scenario(known)
  expect(call.state().at).toBe('hi')
  expect(call.spoken().words()).toBe('Why?')
})

describe('read-back', () => {
  const toConfirm = () => asked({ confirm: true }).says('Tuesday', tuesday)

  test('reads the answer back and takes yes', () => {
    const call = toConfirm()
    expect(call.words()).toBe('Tuesday, November 24. Is that right?')
    expect(call.awaited('listen').expectation.kind).toBe('yesNo')
    expect(call.state().variables).toEqual({})
    call.says('yes', slots({ _confirmed: true }))
    expect(call.state()).toMatchObject({ at: 'done', variables: { day: '2026-11-24' } })
  })

  test('"no, Thursday" corrects the answer', () => {
    const call = toConfirm().says('no, Thursday', slots({ _confirmed: false, day: '2026-11-26' }))
    expect(call.words()).toBe('Thursday, November 26. Is that right?')
    expect(call.says('yes', slots({ _confirmed: true })).state().variables).toEqual({ day: '2026-11-26' })
  })

  test('a plain no puts the question again', () => {
    const call = toConfirm().says('no', slots({ _confirmed: false }))
    expect(call.words()).toBe('Which day?')
    expect(call.says('Thursday', slots({ day: '2026-11-26' })).words()).toBe('Thursday, November 26. Is that right?')
  })

  test('neither yes nor no is asked again, then leaves by noMatch; silence by silent', () => {
    expect(toConfirm().says('what').says('what').says('what').state().at).toBe('lost')
    expect(toConfirm().silent().silent().silent().state().at).toBe('quiet')
  })
})

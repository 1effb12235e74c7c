import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { check } from '../../check/check.ts'
import { outcomesOf } from '../../outcome-labels.ts'
import { drawn, meant, scenario, slots } from '../../scenario.ts'
import type { consentConfig } from './consent-config.ts'

const flow = (data: z.input<typeof consentConfig> = {}) =>
  drawn(
    {
      consent: [
        'consent',
        { purpose: 'marketing', question: { en: 'May we call you?', fr: 'Pouvons-nous vous appeler ?' }, ...data },
        { given: 'yes', refused: 'no' },
      ],
      yes: ['end', {}],
      no: ['end', {}],
    },
    { languages: ['en', 'fr'] },
  )
const yes = slots({ _confirmed: true })
const no = slots({ _confirmed: false })
const recorded = (call: ReturnType<typeof scenario>) => call.effects().filter(({ type }) => type === 'record')

test('a yes to the whole question is recorded in the step that leaves the node', () => {
  const call = scenario(flow(), { language: 'fr' })
  expect(call.awaited('say')).toMatchObject({ text: 'Pouvons-nous vous appeler ?', interruptible: false })
  expect(call.awaited('listen').expectation).toMatchObject({ kind: 'yesNo', hints: expect.arrayContaining(['oui', 'non']) })
  call.spoken().says('oui', yes)
  expect(call.effects()).toMatchObject([
    { type: 'record', entry: { what: 'consent', purpose: 'marketing', given: true } },
    { type: 'hangUp' },
  ])
  expect(call.state().at).toBe('yes')
  expect(call.decisions()[0]?.why).toEqual({ code: 'consentGiven', values: { purpose: 'marketing' } })
})

test('a no is a no, also before the question is over', () => {
  for (const call of [scenario(flow()).spoken().says('no', no), scenario(flow()).says('no', no)]) {
    expect(recorded(call)).toMatchObject([{ entry: { given: false } }])
    expect(call.state().at).toBe('no')
  }
})

describe('a yes to a question that was not heard to its end', () => {
  test('is set aside while it is spoken, and counts when it is said again', () => {
    const call = scenario(flow()).says('yes', yes)
    expect(call.types()).toEqual(['listen'])
    expect(recorded(call)).toEqual([])
    expect(call.spoken().says('yes', yes).state().at).toBe('yes')
  })

  test('has the whole question put again, not its re-prompt, where it may be interrupted', () => {
    const data = { listening: { interruptible: true }, reprompt: 'Yes or no?' }
    const call = scenario(flow(data)).interrupted('May we').says('yes', yes)
    expect(call.state().at).toBe('consent')
    expect(call.words()).toBe('Sorry, I did not understand. May we call you?')
    expect(call.spoken().says('hm').words()).toBe(
      'Sorry, I did not understand. May we call you?'.replace('Sorry, I did not', 'I am sorry, I still did not'),
    )
    expect(call.says('yes', yes).state().at).toBe('yes')
  })
})

test('unclear words are asked about in the author’s words, then count as a no; so does silence', () => {
  const call = scenario(flow({ reprompt: 'Yes or no?', secondReprompt: 'Please say yes or no.' })).spoken()
  expect(call.says('perhaps').words()).toBe('Yes or no?')
  expect(call.spoken().said(' ').words()).toBe('Please say yes or no.')
  call.spoken().says('perhaps')
  expect(call.decisions()[0]).toMatchObject({ outcome: 'refused', why: { code: 'consentUnclear' } })
  expect(recorded(call)).toMatchObject([{ entry: { given: false } }])
  const quiet = scenario(flow()).spoken().silent().spoken().silent().spoken().silent()
  expect(recorded(quiet)).toMatchObject([{ entry: { given: false } }])
})

test('an unsure yes is no yes', () => {
  const unsure = { slots: [{ name: '_confirmed', value: true, raw: 'yes', confidence: 0.3 }] }
  expect(scenario(flow()).spoken().says('yeah', unsure).state().at).toBe('consent')
})

test('"stop calling me" is recorded at once, without a word, from wherever it is said', () => {
  const document = drawn(
    {
      hi: ['intent', { question: 'How can I help?', intents: ['book'] }, { book: 'end', noMatch: 'end', silent: 'end' }],
      stop: ['anywhere', { intents: ['stop'], afterwards: 'next' }, { next: 'optOut' }],
      optOut: ['consent', { purpose: 'calls', mode: 'refused' }, { given: 'end', refused: 'bye' }],
      bye: ['end', { text: 'We will not call again.' }],
      end: ['end', {}],
    },
    { intents: [{ name: 'book' }, { name: 'stop' }] },
  )
  const call = scenario(document).spoken().says('stop calling me', meant('stop'))
  expect(call.effects()).toMatchObject([
    { type: 'record', nodeId: 'optOut', entry: { what: 'consent', purpose: 'calls', given: false, unasked: true } },
    { type: 'say', text: 'We will not call again.' },
  ])
  expect(scenario(flow({ mode: 'given' })).effects()[0]).toMatchObject({ type: 'record', entry: { given: true } })
})

test('the same answer twice records once', () => {
  const call = scenario(flow()).spoken().said('yes')
  const understood = { type: 'understood' as const, at: 1, effectId: call.awaited('understand').id }
  const result = { intent: null, confidence: 0, candidates: [], slots: [], reason: '', engine: '', tookMs: 0, ...yes }
  expect(recorded(call.tell({ ...understood, result }))).toHaveLength(1)
  expect(call.tell({ ...understood, result }).effects()).toEqual([])
})

test('it breaks a loop only where it asks', () => {
  const loop = (mode: 'ask' | 'refused') =>
    drawn({
      consent: ['consent', { purpose: 'calls', question: 'May we?', mode }, { given: 'say', refused: 'say' }],
      say: ['say', { text: 'Again.' }, { next: 'consent' }],
    })
  const codes = (mode: 'ask' | 'refused') => check(loop(mode)).map(({ code }) => code)
  expect(codes('ask')).not.toContain('LOOP_WITHOUT_LISTENING')
  expect(codes('refused')).toContain('LOOP_WITHOUT_LISTENING')
  expect(codes('refused')).not.toContain('TEXT_MISSING')
})

test('only what can come of it is an outcome', () => {
  const outcomes = (mode: 'ask' | 'given' | 'refused') => {
    const document = flow({ mode })
    const [node] = document.nodes
    return node ? outcomesOf(node, document).map(({ name }) => name) : []
  }
  expect([outcomes('ask'), outcomes('given'), outcomes('refused')]).toEqual([['given', 'refused'], ['given'], ['refused']])
})

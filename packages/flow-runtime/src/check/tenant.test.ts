import { describe, expect, test } from 'vitest'
import { apply } from '../operations/apply.ts'
import { drawn } from '../scenario.ts'
import { check } from './check.ts'
import type { CheckContext } from './problem.ts'

type Flow = ReturnType<typeof drawn>
type Edges = Record<string, string>
const codes = (flow: Flow, context?: CheckContext) => check(flow, context).map(({ code, nodeId = '-' }) => `${code} ${nodeId}`)
const end = (data = {}) => ['end', data] as ['end', object]
const greeting = (next: string) => ['greeting', { text: 'Hello.' }, { next }] as ['greeting', object, Edges]
const ask = (to: string) => ['ask', { variable: 'x', question: 'What?' }, { done: to, noMatch: to, silent: to }] as ['ask', object, Edges]
const head = { variables: [{ name: 'x', type: 'text' as const }] }

describe('the tenant’s rules', () => {
  test('AI_DISCLOSURE_MISSING before the first question; its fix says it in the greeting', () => {
    const flow = drawn({ hi: greeting('ask'), ask: ask('bye'), bye: end() }, head)
    expect(codes(flow)).toEqual([])
    const [problem] = check(flow, { rules: { aiDisclosure: true } })
    expect(problem).toMatchObject({ code: 'AI_DISCLOSURE_MISSING', severity: 'error', nodeId: 'ask' })
    expect(problem?.fix && codes(apply(flow, problem.fix.operation), { rules: { aiDisclosure: true } })).toEqual([])
  })

  test('one way around the notice is enough; its words may stand in any node', () => {
    const split = ['split', { arms: [{ name: 'a' }, { name: 'b' }] }, { a: 'hi', b: 'ask' }] as ['split', object, Edges]
    const settings = { disclosure: { ai: true } }
    const around = drawn({ split, hi: greeting('ask'), ask: ask('bye'), bye: end() }, { ...head, settings })
    expect(codes(around, { rules: { aiDisclosure: true } })).toEqual(['AI_DISCLOSURE_MISSING ask'])
    const said = ['say', { text: 'Welcome. I am an automatic assistant.' }, { next: 'ask' }] as ['say', object, Edges]
    expect(codes(drawn({ said, ask: ask('bye'), bye: end() }, head), { rules: { aiDisclosure: true } })).toEqual([])
  })

  test('RECORDING_NOTICE_MISSING only while calls are recorded', () => {
    const rules = { recordingNotice: true }
    const recorded = (enabled: boolean) =>
      drawn({ hi: greeting('ask'), ask: ask('bye'), bye: end() }, { ...head, settings: { recording: { enabled } } })
    expect(codes(recorded(true), { rules })).toEqual(['RECORDING_NOTICE_MISSING ask'])
    expect(codes(recorded(false), { rules })).toEqual([])
  })

  test('RECORDING_NEVER_STARTS where recording waits for a consent that nobody asks for', () => {
    const settings = (startsWhen: 'answered' | 'consented', enabled = true) => ({ settings: { recording: { enabled, startsWhen } } })
    const consent = (purpose: string) =>
      ['consent', { purpose, question: 'May we?' }, { given: 'bye', refused: 'bye' }] as ['consent', object, Edges]
    const asking = (purpose: string) => ({ hi: greeting('may'), may: consent(purpose), bye: end() })
    expect(codes(drawn(asking('marketing'), settings('consented')))).toEqual(['RECORDING_NEVER_STARTS -'])
    expect(codes(drawn(asking('recording'), settings('consented')))).toEqual([])
    expect(codes(drawn(asking('marketing'), settings('answered')))).toEqual([])
    expect(codes(drawn(asking('marketing'), settings('consented', false)))).toEqual([])
    const unreached = { hi: greeting('bye'), may: consent('recording'), bye: end() }
    expect(codes(drawn(unreached, settings('consented')))).toContain('RECORDING_NEVER_STARTS -')
  })

  test('CONSENT_MISSING where a call ends well; not where the caller said nothing', () => {
    const context = { rules: { consent: ['calls'] } }
    expect(codes(drawn({ hi: greeting('bye'), bye: end() }), context)).toEqual(['CONSENT_MISSING bye'])
    expect(codes(drawn({ hi: greeting('bye'), bye: end({ outcome: 'silent' }) }), context)).toEqual([])
  })
})

describe('the tenant’s own', () => {
  test('NUMBER_UNKNOWN and LANGUAGE_WITHOUT_VOICE only where they are known', () => {
    const human = ['transfer', { to: '+15550100' }, { failed: 'bye', declined: 'bye', noAnswer: 'bye' }] as ['transfer', object, Edges]
    const flow = drawn({ human, bye: end() }, { languages: ['en', 'fr'] })
    expect(codes(flow)).toEqual([])
    expect(codes(flow, { numbers: ['+15550199'], voices: ['fr'] })).toEqual(['LANGUAGE_WITHOUT_VOICE -', 'NUMBER_UNKNOWN human'])
    expect(check(flow, { voices: [] }).map(({ severity }) => severity)).toEqual(['error', 'warning'])
    expect(codes(flow, { numbers: ['+15550100'], voices: ['en', 'fr'] })).toEqual([])
  })
})

describe('intents', () => {
  const why = (...intents: string[]) => {
    const edges = Object.fromEntries([...intents, 'noMatch', 'silent'].map((name) => [name, 'bye']))
    return ['intent', { question: 'What?', intents }, edges] as ['intent', object, Edges]
  }
  const book = { name: 'book', samples: { en: ['book a table', 'I want a table', 'a table please', 'table for two', 'reserve a table'] } }
  const change = (sample: string) => ({
    name: 'change',
    samples: { en: [sample, 'move my reservation', 'another day', 'not Tuesday', 'later'] },
  })

  test('INTENT_FEW_SAMPLES once, at the first node that names it', () => {
    const few = { name: 'book', samples: { en: ['one', 'two', 'three', 'four'] } }
    const flow = drawn({ a: ['say', { text: 'Hi.' }, { next: 'b' }], b: why('book'), c: why('book'), bye: end() }, { intents: [few] })
    expect(codes(flow)).toEqual(['UNREACHABLE_NODE c', 'INTENT_FEW_SAMPLES b'])
  })

  test('INTENTS_TOO_ALIKE names the two samples, and only where both may be meant', () => {
    const alike = { intents: [book, change('I want my table')] }
    const [problem] = check(drawn({ why: why('book', 'change'), bye: end() }, alike))
    expect(problem).toMatchObject({ code: 'INTENTS_TOO_ALIKE', nodeId: 'why', severity: 'warning' })
    expect(problem?.message).toContain('“I want a table” and “I want my table”')
    expect(codes(drawn({ why: why('book', 'change'), bye: end() }, { intents: [book, change('put it off')] }))).toEqual([])
    const apart = drawn({ a: why('book'), b: why('change'), bye: end() }, alike)
    expect(codes(apart)).toEqual(['UNREACHABLE_NODE b'])
    const wish = ['anywhere', { intents: ['change'] }, { next: 'bye' }] as ['anywhere', object, Edges]
    expect(codes(drawn({ a: why('book'), wish, bye: end() }, alike))).toEqual(['INTENTS_TOO_ALIKE a'])
  })
})

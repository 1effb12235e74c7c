import { describe, expect, test } from 'vitest'
import { flow as flowSchema } from '../flow.ts'
import { templates } from '../flow-templates.ts'
import { apply } from '../operations/apply.ts'
import { drawn } from '../scenario.ts'
import { check } from './check.ts'
import type { CheckContext } from './problem.ts'

type Drawn = ReturnType<typeof drawn>
const codes = (flow: Drawn, context?: CheckContext) =>
  check(flow, context).map(({ code, nodeId = '-', outcome }) => `${code} ${nodeId}${outcome ? ` ${outcome}` : ''}`)
const coded = (flow: Drawn, code: string, context?: CheckContext) => check(flow, context).filter((problem) => problem.code === code)
const end = ['end', {}] as ['end', object]
const say = (text: string, next?: string) => ['say', { text }, next ? { next } : {}] as ['say', { text: string }, Record<string, string>]
const askEdges = (to: string) => ({ done: to, noMatch: to, silent: to })

test('a sound flow has no problems', () => {
  expect(check(templates.appointment, { services: ['Cleaning'] })).toEqual([])
  expect(check(templates.threeNodes)).toEqual([])
})

describe('the graph', () => {
  test('START_MISSING: no first node', () => {
    expect(codes(flowSchema.parse({ schemaVersion: 1 }))).toEqual(['START_MISSING -'])
  })

  test('OPEN_OUTCOME names the outcome, at the node, in either language', () => {
    const flow = drawn(
      { ask: ['ask', { variable: 'x', question: 'X?' }, { done: 'bye', noMatch: 'bye' }], bye: end },
      { variables: [{ name: 'x', type: 'text' }] },
    )
    const edge = { id: 'ask-silent', source: 'ask', sourceHandle: 'silent', target: 'bye' }
    expect(check(flow)).toEqual([
      {
        code: 'OPEN_OUTCOME',
        severity: 'error',
        message: 'Nobody answers this outcome yet: Silence',
        nodeId: 'ask',
        outcome: 'silent',
        fix: { label: 'Lead it to the end', operation: { type: 'connect', edge } },
      },
    ])
    expect(check(flow, { locale: 'fr' })[0]?.message).toBe('Personne ne répond encore à cette issue : Silence')
  })

  test('TRANSFER_WITHOUT_FAILURE_PATH for every way a transfer can fail', () => {
    const flow = drawn({ human: ['transfer', { to: '+15550100' }, { failed: 'bye' }], bye: end })
    expect(codes(flow)).toEqual(['TRANSFER_WITHOUT_FAILURE_PATH human declined', 'TRANSFER_WITHOUT_FAILURE_PATH human noAnswer'])
  })

  test('UNREACHABLE_NODE is a warning, and says nothing more about that node', () => {
    const flow = drawn({ hi: say('Hi.', 'bye'), bye: end, lost: say('Lost.') })
    expect(check(flow)).toMatchObject([{ code: 'UNREACHABLE_NODE', severity: 'warning', nodeId: 'lost' }])
  })

  test('DEAD_END at a leaf that does not end the call, not at what leads to it', () => {
    expect(codes(drawn({ hi: say('Hi.', 'more'), more: say('More.') }))).toEqual(['DEAD_END more', 'OPEN_OUTCOME more next'])
  })

  test('DEAD_END in a circle without a way out', () => {
    const flow = drawn(
      { hi: say('Hi.', 'ask'), ask: ['ask', { variable: 'x', question: 'X?' }, askEdges('back')], back: say('Back.', 'ask') },
      { variables: [{ name: 'x', type: 'text' }] },
    )
    expect(codes(flow)).toEqual(['DEAD_END hi', 'DEAD_END ask', 'DEAD_END back'])
  })

  test('LOOP_WITHOUT_LISTENING: once per loop; a loop through a question is fine', () => {
    const flow = drawn({
      start: ['branch', { conditions: [{ name: 'go', when: 'true' }] }, { go: 'a', otherwise: 'bye' }],
      a: say('A.', 'b'),
      b: ['branch', { conditions: [{ name: 'out', when: 'true' }] }, { out: 'bye', otherwise: 'a' }],
      bye: end,
    })
    expect(codes(flow)).toEqual(['LOOP_WITHOUT_LISTENING a'])
    const asks = drawn(
      { a: say('A.', 'ask'), ask: ['ask', { variable: 'x', question: 'X?' }, { done: 'a', noMatch: 'bye', silent: 'bye' }], bye: end },
      { variables: [{ name: 'x', type: 'text' }] },
    )
    expect(codes(asks)).toEqual([])
  })

  test('LOOP_WITHOUT_LISTENING: booking again and again without asking', () => {
    const outcomes = { booked: 'bye', declined: 'bye', failed: 'bye', noTimes: 'book' }
    const variables = [
      { name: 'd', type: 'date' as const },
      { name: 't', type: 'time' as const },
    ]
    expect(codes(drawn({ book: ['book', { service: 'S', date: 'd', time: 't' }, outcomes], bye: end }, { variables }))).toEqual([
      'LOOP_WITHOUT_LISTENING book',
    ])
  })

  test('DUPLICATE_ID, EDGE_BROKEN, OUTCOME_DUPLICATE', () => {
    const flow = drawn({ hi: say('Hi.', 'bye'), bye: end })
    const [hi] = flow.nodes
    expect(codes({ ...flow, nodes: hi ? [...flow.nodes, hi] : [] })).toContain('DUPLICATE_ID hi')
    const edge = { id: 'x', source: 'hi', sourceHandle: 'next', target: 'bye' }
    expect(codes({ ...flow, edges: [...flow.edges, edge] })).toEqual(['EDGE_BROKEN hi next'])
    expect(codes({ ...flow, edges: [...flow.edges, { ...edge, sourceHandle: 'later' }] })).toEqual(['EDGE_BROKEN hi later'])
    expect(codes({ ...flow, edges: [...flow.edges, { ...edge, source: 'gone' }] })).toEqual(['EDGE_BROKEN - next'])
    const twice = [
      { name: 'a', when: 'true' },
      { name: 'a', when: 'false' },
    ]
    const doubled = drawn({ b: ['branch', { conditions: twice }, { a: 'bye', otherwise: 'bye' }], bye: end })
    const [problem] = coded(doubled, 'OUTCOME_DUPLICATE')
    expect(problem?.nodeId).toBe('b')
    expect(problem?.fix && codes(apply(doubled, problem.fix.operation))).toEqual(['OPEN_OUTCOME b a2', 'CONDITION_NEVER_TRUE b a2'])
    const arms = [{ name: 'a' }, { name: 'a' }]
    expect(codes(drawn({ s: ['split', { arms }, { a: 'bye' }], bye: end }))).toEqual(['OUTCOME_DUPLICATE s'])
  })
})

describe('words and values', () => {
  const variables = [{ name: 'party', type: 'number' as const }]
  const ask = ['ask', { variable: 'party', question: 'How many?' }, { done: 'it', noMatch: 'bye', silent: 'bye' }] as [
    'ask',
    object,
    Record<string, string>,
  ]
  const one = (text: string) => check(drawn({ ask, bye: end, it: say(text, 'bye') }, { variables }))
  const branch = (when: string) =>
    check(drawn({ ask, bye: end, it: ['branch', { conditions: [{ name: 'a', when }] }, { a: 'bye', otherwise: 'bye' }] }, { variables }))

  test('UNKNOWN_VARIABLE in texts, conditions, assignments, fields and facts', () => {
    expect(one('For {{ partyy }}.')).toContainEqual({
      code: 'UNKNOWN_VARIABLE',
      severity: 'error',
      message: 'You use “partyy”, which is not a variable of this flow.',
      nodeId: 'it',
      field: 'text',
      fix: {
        label: 'Add the variable “partyy”',
        operation: {
          type: 'setVariables',
          variables: [
            { ...variables[0], pii: false },
            { name: 'partyy', type: 'text', pii: false },
          ],
        },
      },
    })
    expect(branch('party > 0 && call.colour == "red"')).toMatchObject([
      { code: 'UNKNOWN_VARIABLE', message: expect.stringContaining('colour') },
    ])
    expect(codes(drawn({ ask: ['ask', { variable: 'nope', question: 'X?' }, askEdges('bye')], bye: end }))).toEqual([
      'UNKNOWN_VARIABLE ask',
    ])
    expect(codes(drawn({ s: ['set', { assignments: [{ variable: 'nope', value: '1' }] }, { next: 'bye' }], bye: end }))).toEqual([
      'UNKNOWN_VARIABLE s',
    ])
  })

  test('EXPRESSION_INVALID names the place', () => {
    expect(one('For {{ party + }}.')).toMatchObject([{ code: 'EXPRESSION_INVALID', nodeId: 'it', field: 'text' }])
    expect(branch('party > "six"')).toMatchObject([{ code: 'EXPRESSION_INVALID', message: expect.stringContaining('party > "six"') }])
    expect(branch('party + 1')).toMatchObject([{ code: 'CONDITION_NOT_YES_NO' }])
    expect(branch('party == 4 && party * 2 >= 8')).toEqual([])
    expect(one('For {{ party | roman }}.')).toMatchObject([{ code: 'FORMAT_UNKNOWN' }])
  })

  test('TEXT_MISSING is an error in the first language and a warning in the others', () => {
    const flow = drawn(
      { hi: ['say', { text: { fr: 'Bonjour.' } }, { next: 'bye' }], bye: ['end', { text: { en: 'Bye.' } }] },
      { languages: ['en', 'fr'] },
    )
    expect(check(flow)).toMatchObject([
      { code: 'TEXT_MISSING', severity: 'error', nodeId: 'hi', message: 'You have not written this in English yet: What the caller hears' },
      { code: 'TEXT_MISSING', severity: 'warning', nodeId: 'bye', field: 'text' },
    ])
  })

  test('INTENT_UNKNOWN, INTENT_WITHOUT_SAMPLES', () => {
    const flow = drawn(
      {
        why: ['intent', { question: 'Why?', intents: ['book', 'gone'] }, { book: 'bye', gone: 'bye', noMatch: 'bye', silent: 'bye' }],
        bye: end,
      },
      { intents: [{ name: 'book', samples: { en: [' '] } }] },
    )
    expect(codes(flow)).toEqual(['INTENT_WITHOUT_SAMPLES why book', 'INTENT_UNKNOWN why gone'])
    const [, unknown] = check(flow)
    expect(unknown?.fix && apply(flow, unknown.fix.operation).intents.map(({ name }) => name)).toEqual(['book', 'gone'])
  })

  test('SERVICE_UNKNOWN only where the calendar is known', () => {
    expect(codes(templates.appointment, { services: ['Whitening'] })).toEqual(['SERVICE_UNKNOWN book'])
    expect(codes(templates.appointment)).toEqual([])
  })

  test('FIELD_MISSING, PHONE_INVALID, TIME_ZONE_UNKNOWN, VARIABLE_NAME_TAKEN, CHOICES_MISSING', () => {
    const edges = { failed: 'bye', declined: 'bye', noAnswer: 'bye' }
    expect(codes(drawn({ t: ['transfer', {}, edges], bye: end }))).toEqual(['FIELD_MISSING t'])
    expect(codes(drawn({ t: ['transfer', { to: '0155' }, edges], bye: end }))).toEqual(['PHONE_INVALID t'])
    expect(codes(drawn({ bye: end }, { settings: { timeZone: 'Mars/Base' } }))).toEqual(['TIME_ZONE_UNKNOWN -'])
    expect(
      codes(
        drawn(
          { bye: end },
          {
            variables: [
              { name: 'call', type: 'text' },
              { name: 'size', type: 'choice' },
            ],
          },
        ),
      ),
    ).toEqual(['VARIABLE_NAME_TAKEN -', 'CHOICES_MISSING -', 'VARIABLE_NEVER_USED -', 'VARIABLE_NEVER_USED -'])
  })
})

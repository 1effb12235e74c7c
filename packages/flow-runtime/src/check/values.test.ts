import { describe, expect, test } from 'vitest'
import { apply } from '../operations/apply.ts'
import { drawn } from '../scenario.ts'
import type { VariableType } from '../variables.ts'
import { check } from './check.ts'

type Flow = ReturnType<typeof drawn>
type Edges = Record<string, string>
const found = (flow: Flow, ...codes: string[]) =>
  check(flow)
    .filter(({ code }) => codes.includes(code))
    .map(({ code, nodeId = '-', outcome }) => `${code} ${nodeId}${outcome ? ` ${outcome}` : ''}`)
const end = ['end', {}] as ['end', object]
const say = (text: string, next: string) => ['say', { text }, { next }] as ['say', object, Edges]
const ask = (variable: string, done: string, otherwise: string) =>
  ['ask', { variable, question: 'What?' }, { done, noMatch: otherwise, silent: otherwise }] as ['ask', object, Edges]
const branch = (conditions: Edges, edges: Edges) =>
  ['branch', { conditions: Object.entries(conditions).map(([name, when]) => ({ name, when })) }, edges] as ['branch', object, Edges]
const set = (assignments: Edges, next: string) =>
  ['set', { assignments: Object.entries(assignments).map(([variable, value]) => ({ variable, value })) }, { next }] as [
    'set',
    object,
    Edges,
  ]
const declared = (types: Record<string, VariableType>) => ({ variables: Object.entries(types).map(([name, type]) => ({ name, type })) })

describe('what is known where', () => {
  const codes = ['VARIABLE_USED_BEFORE_SET', 'VARIABLE_NEVER_SET', 'VARIABLE_NEVER_USED']
  const variables = declared({ x: 'text', y: 'number' })

  test('asked on every way but silence: told at the node that says it', () => {
    const flow = drawn({ ask: ask('x', 'yes', 'no'), yes: say('{{ x }}', 'bye'), no: say('{{ x }}', 'bye'), bye: end }, variables)
    expect(found(flow, ...codes)).toEqual(['VARIABLE_USED_BEFORE_SET no', 'VARIABLE_NEVER_USED -'])
    const [, unused] = check(flow)
    expect(unused?.fix && found(apply(flow, unused.fix.operation), ...codes)).toEqual(['VARIABLE_USED_BEFORE_SET no'])
  })

  test.each([
    ['known.x, and its opposite', { ok: 'known.x' }, 'ok', true],
    ['the otherwise of !known.x', { gone: '!known.x' }, 'otherwise', true],
    ['after !known.x, also in a later condition', { gone: '!known.x', ok: 'x == "a"' }, 'ok', true],
    ['a comparison that holds', { ok: 'x != "a"' }, 'ok', true],
    ['either of two', { ok: 'known.x || y > 2.0' }, 'ok', false],
    ['the otherwise of a comparison', { no: 'x == "a"' }, 'otherwise', false],
  ])('a branch knows it: %s', (_, conditions, outcome, isKnown) => {
    const outcomes = [...Object.keys(conditions), 'otherwise']
    const edges = Object.fromEntries(outcomes.map((name) => [name, name === outcome ? 'say' : 'bye']))
    const flow = drawn({ ask: ask('x', 'b', 'b'), b: branch(conditions, edges), say: say('{{ x }}', 'bye'), bye: end }, variables)
    expect(found(flow, 'VARIABLE_USED_BEFORE_SET').includes('VARIABLE_USED_BEFORE_SET say')).toBe(!isKnown)
  })

  test.each([
    ['{{ known.x ? x : "" }}', false],
    ['{{ known.x && x == "a" }}', false],
    ['{{ x == "a" && known.x }}', false],
    ['{{ !known.x || x == "a" }}', false],
    ['{{ known.x || x == "a" }}', true],
    ['{{ x + "a" }}', true],
  ])('%s reads it unguarded: %s', (text, isRead) => {
    const flow = drawn({ ask: ask('x', 'say', 'say'), say: say(text, 'bye'), bye: end }, variables)
    expect(found(flow, 'VARIABLE_USED_BEFORE_SET').length > 0).toBe(isRead)
  })

  test('forgetting, computing in order, what a handler can rely on', () => {
    const forgotten = drawn(
      { ask: ask('x', 'set', 'bye'), set: set({ x: 'null' }, 'say'), say: say('{{ x }}', 'bye'), bye: end },
      variables,
    )
    expect(found(forgotten, ...codes)).toEqual(['VARIABLE_USED_BEFORE_SET say', 'VARIABLE_NEVER_USED -'])
    const counted = drawn({ set: set({ y: 'y + 1' }, 'say'), say: say('{{ y }}', 'bye'), bye: end }, variables)
    expect(found(counted, 'VARIABLE_USED_BEFORE_SET')).toEqual(['VARIABLE_USED_BEFORE_SET set'])
    const handled = drawn(
      { ask: ask('x', 'bye', 'bye'), bye: end, help: ['anywhere', { intents: ['help'], text: '{{ x }}' }, { next: 'bye' }] },
      { ...declared({ x: 'text' }), intents: [{ name: 'help', samples: { en: ['a', 'b', 'c', 'd', 'e'] } }] },
    )
    expect(found(handled, ...codes)).toEqual(['VARIABLE_USED_BEFORE_SET help'])
  })

  test('VARIABLE_NEVER_SET once, where it is first named', () => {
    const flow = drawn({ a: say('{{ x }}', 'b'), b: say('{{ x }}', 'bye'), bye: end }, declared({ x: 'text' }))
    expect(found(flow, ...codes)).toEqual(['VARIABLE_NEVER_SET a'])
  })

  test('more variables than bits in a word', () => {
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`v${at}`, 'text' as const]))
    const flow = drawn(
      { ask: ask('v69', 'yes', 'no'), yes: say('{{ v69 }}', 'bye'), no: say('{{ v69 }}', 'bye'), bye: end },
      declared(many),
    )
    expect(found(flow, 'VARIABLE_USED_BEFORE_SET')).toEqual(['VARIABLE_USED_BEFORE_SET no'])
  })
})

describe('types', () => {
  const types = declared({ party: 'number', day: 'date', sure: 'boolean', size: 'choice', all: 'list' })

  test.each([
    ['party', '"six"', false],
    ['party', '6', true],
    ['party', 'party + 1', true],
    ['party', 'day', false],
    ['party', 'null', true],
    ['day', '"2026-11-24"', true],
    ['day', '"Tuesday"', false],
    ['day', 'day + "x"', true],
    ['sure', 'party > 2', true],
    ['sure', 'party', false],
    ['all', '[1, 2]', true],
    ['all', '"a"', false],
  ])('%s = %s fits: %s', (variable, value, fits) => {
    expect(found(drawn({ set: set({ [variable]: value }, 'bye'), bye: end }, types), 'VALUE_WRONG_TYPE')).toEqual(
      fits ? [] : ['VALUE_WRONG_TYPE set'],
    )
  })

  test('FORMAT_WRONG_TYPE, TEMPLATE_BROKEN', () => {
    const codes = ['FORMAT_WRONG_TYPE', 'TEMPLATE_BROKEN', 'FORMAT_UNKNOWN']
    const spoken = (text: string) => found(drawn({ say: say(text, 'bye'), bye: end }, types), ...codes)
    expect(spoken('{{ party | weekday }}')).toEqual(['FORMAT_WRONG_TYPE say'])
    expect(spoken('{{ day | weekday }}, {{ party | plain }}')).toEqual([])
    expect(spoken('On {{ day')).toEqual(['TEMPLATE_BROKEN say'])
    expect(spoken('On }} day {{ }}')).toEqual(['TEMPLATE_BROKEN say', 'TEMPLATE_BROKEN say'])
    expect(spoken('{{ day | roman }}')).toEqual(['FORMAT_UNKNOWN say'])
  })

  test('EXPRESSION_INVALID says why in the language of the studio', () => {
    const flow = drawn({ b: branch({ a: 'party > "six"' }, { a: 'bye', otherwise: 'bye' }), bye: end }, declared({ party: 'number' }))
    expect(check(flow, { locale: 'fr' })).toContainEqual(
      expect.objectContaining({
        message: 'Nous ne pouvons pas calculer « party > "six" » : ces valeurs ne vont pas ensemble (à « party > "six" »).',
      }),
    )
  })

  test('CONDITION_NOT_YES_NO where an answer has to be valid; an empty condition means none', () => {
    const asking = (valid: string) =>
      drawn({ ask: ['ask', { question: 'X', valid }, { done: 'bye', noMatch: 'bye', silent: 'bye' }], bye: end })
    expect(found(asking('1 + 1'), 'CONDITION_NOT_YES_NO')).toEqual(['CONDITION_NOT_YES_NO ask'])
    expect(found(asking(''), 'CONDITION_NOT_YES_NO', 'EXPRESSION_INVALID')).toEqual([])
  })
})

describe('conditions', () => {
  const variables = {
    variables: [
      ...declared({ party: 'number', day: 'date', sure: 'boolean', name: 'text' }).variables,
      { name: 'size', type: 'choice' as const, choices: [{ value: 'small' }, { value: 'large' }] },
    ],
  }
  const faults = (...conditions: string[]) => {
    const named = Object.fromEntries(conditions.map((when, at) => [`c${at}`, when]))
    const edges = Object.fromEntries([...Object.keys(named), 'otherwise'].map((name) => [name, 'bye']))
    return found(drawn({ b: branch(named, edges), bye: end }, variables), 'CONDITION_NEVER_TRUE', 'CONDITION_HIDDEN').map((line) =>
      line.replace('CONDITION_', '').replace(' b ', ' '),
    )
  }

  test.each([
    [['party > 6 && party < 3'], ['NEVER_TRUE c0']],
    [['party > 3 && 5 > party && party != 4.5'], []],
    [['party >= 3 && party <= 3 && party != 3'], ['NEVER_TRUE c0']],
    [['false'], ['NEVER_TRUE c0']],
    [['1 > 2 || party > 1'], []],
    [['!(party > 3) && party > 3'], ['NEVER_TRUE c0']],
    [['sure && !sure'], ['NEVER_TRUE c0']],
    [['size == "medium"'], ['NEVER_TRUE c0']],
    [['size == "small" || size == "large"', 'size != "small"', '!known.size'], ['HIDDEN c1']],
    [['!known.party && party > 2'], ['NEVER_TRUE c0']],
    [['day < "2026-01-01" && day > "2027-01-01"'], ['NEVER_TRUE c0']],
    [['name > "a" && name < "b"'], []],
    [['party > 3', 'party > 6'], ['HIDDEN c1']],
    [['party > 6', 'party > 3'], []],
    [['party > 3', 'party <= 3', 'party == 1'], ['HIDDEN c2']],
    [['party > 3', '!(party > 3)', 'known.party'], ['HIDDEN c2']],
    [['party > 3', 'party <= 3', 'true', 'sure'], ['HIDDEN c3']],
    [['party + 1 > 3', 'party + 1 > 3'], ['HIDDEN c1']],
    [['party + 1 > 3', '!(party + 1 > 3)', 'sure'], []],
    [['name.contains("x") || party > 2', 'party > 5 && sure'], ['HIDDEN c1']],
    [['turn.count > 3.0', 'turn.count > 5.0'], ['HIDDEN c1']],
    [['size in ["small", "large"]', 'known.size'], ['HIDDEN c1']],
    [['known.day', 'day > "2026-11-24"'], ['HIDDEN c1']],
  ])('%j: %j', (conditions, expected) => {
    expect(faults(...conditions)).toEqual(expected)
  })

  test('its fix removes the condition', () => {
    const edges = { a: 'bye', b: 'bye', otherwise: 'bye' }
    const flow = drawn({ b: branch({ a: 'party > 3', b: 'party > 6' }, edges), bye: end }, variables)
    const hidden = check(flow).find(({ code }) => code === 'CONDITION_HIDDEN')
    const after = hidden?.fix && apply(flow, hidden.fix.operation)
    expect(after?.nodes[0]?.data).toEqual({ conditions: [{ name: 'a', when: 'party > 3' }] })
  })
})

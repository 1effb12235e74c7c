import { describe, expect, test } from 'vitest'
import { outcomesOf } from '../../outcome-labels.ts'
import { drawn, meant, scenario } from '../../scenario.ts'

const intents = [{ name: 'human', samples: { en: ['a person'] } }]

describe('subflows', () => {
  const inner = drawn(
    {
      ask: ['ask', { variable: 'code', question: 'Your code, {{ who }}?' }, { done: 'told', noMatch: 'no', silent: 'no' }],
      told: ['end', { text: 'Thank you.', result: 'verified' }],
      no: ['end', { result: 'refused' }],
    },
    {
      variables: [
        { name: 'code', type: 'text' },
        { name: 'who', type: 'text' },
      ],
      interface: { inputs: ['who'], outputs: ['code'], results: ['verified', 'refused'] },
    },
  )
  const { subflows: _, ...body } = inner
  const whole = drawn(
    {
      sub: [
        'subflow',
        { flow: 'verify', inputs: [{ variable: 'who', value: 'name' }], outputs: [{ variable: 'given', output: 'code' }] },
        { verified: 'yes', refused: 'no', failed: 'no' },
      ],
      human: ['anywhere', { intents: ['human'], text: 'A moment.' }, { next: 'note' }],
      note: ['set', { assignments: [{ variable: 'name', value: '"Bob"' }] }, { next: 'human' }],
      yes: ['end', { text: 'Welcome {{ name }} with {{ given }}.' }],
      no: ['end', { text: 'Sorry.' }],
    },
    {
      variables: [
        { name: 'name', type: 'text' },
        { name: 'given', type: 'text' },
      ],
      intents,
      subflows: { verify: body },
    },
  )

  test('run with their own variables, take inputs, give outputs, and go on by a declared result', () => {
    const call = scenario(whole)
    expect(call.state()).toMatchObject({ at: 'sub/ask', variables: {}, callers: [{ at: 'sub' }] })
    call.spoken().says('one two')
    expect(call.words()).toBe('Thank you.')
    expect(call.spoken().words()).toBe('Welcome with one two.')
    expect(call.state()).toMatchObject({ variables: { given: 'one two' }, callers: [], path: ['sub', 'sub/ask', 'sub/told', 'sub', 'yes'] })
  })

  test('hear the wishes of the flow around them, and are come back to with their own variables', () => {
    const call = scenario(whole).spoken().says('a person', meant('human'))
    expect(call.state()).toMatchObject({ at: 'human', callers: [] })
    call.spoken()
    expect(call.state()).toMatchObject({ at: 'sub/ask', callers: [{ at: 'sub', variables: { name: 'Bob' } }], variables: {} })
    expect(call.spoken().says('seven').spoken().words()).toBe('Welcome Bob with seven.')
  })

  test('that do not exist, or run themselves for ever, take the outcome failed', () => {
    const gone = drawn({ s: ['subflow', { flow: 'gone' }, { failed: 'no' }], no: ['end', { text: 'Sorry.' }] })
    expect(scenario(gone).words()).toBe('Sorry.')
    const self = drawn(
      { s: ['subflow', { flow: 'self' }, { failed: 'no' }], no: ['end', { text: 'Sorry.' }] },
      { interface: { results: ['x'] } },
    )
    const { subflows: __, ...selfBody } = self
    expect(scenario({ ...self, subflows: { self: selfBody } }).words()).toBe('Sorry.')
  })
  test('may name one of their results failed: it is one outcome', () => {
    const flow = drawn({ s: ['subflow', { flow: 'inner' }, {}] })
    const { subflows: _none, ...inner } = drawn({ e: ['end', { result: 'failed' }] }, { interface: { results: ['failed', 'verified'] } })
    const [node] = flow.nodes
    expect(node && outcomesOf(node, { ...flow, subflows: { inner } }).map(({ name }) => name)).toEqual(['failed', 'verified'])
  })
})

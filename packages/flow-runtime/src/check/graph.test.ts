import { describe, expect, test } from 'vitest'
import { apply } from '../operations/apply.ts'
import { drawn, meant, scenario } from '../scenario.ts'
import { check } from './check.ts'
import type { CheckContext } from './problem.ts'

type Flow = ReturnType<typeof drawn>
type Edges = Record<string, string>
const codes = (flow: Flow, context?: CheckContext) =>
  check(flow, context).map(
    ({ code, nodeId = '-', outcome, subflow }) => `${subflow ? `${subflow}: ` : ''}${code} ${nodeId}${outcome ? ` ${outcome}` : ''}`,
  )
const end = ['end', {}] as ['end', object]
const say = (text: string, next: string) => ['say', { text }, { next }] as ['say', object, Edges]
const ask = (edges: Edges, data = {}) => ['ask', { variable: 'x', question: 'What?', ...data }, edges] as ['ask', object, Edges]
const all = (to: string) => ({ done: to, noMatch: to, silent: to })
const samples = (word: string) => ({ en: ['one', 'two', 'three', 'four', 'five'].map((number) => `${word} ${number}`) })
const head = { variables: [{ name: 'x', type: 'text' as const }], intents: [{ name: 'help', samples: samples('help') }] }
const help = (edges: Edges, data = {}) => ['anywhere', { intents: ['help'], ...data }, edges] as ['anywhere', object, Edges]

describe('wishes heard anywhere', () => {
  test('a handler that goes back is no loop, no dead end and no open way', () => {
    expect(codes(drawn({ ask: ask(all('bye')), bye: end, help: help({ next: 'say' }), say: say('Yes.', 'help') }, head))).toEqual([])
    expect(codes(drawn({ ask: ask(all('bye')), bye: end, help: help({}, { afterwards: 'return' }) }, head))).toEqual([])
  })

  test('a circle is left by a wish that leads to an end, not by one that only goes back', () => {
    const circle = { ask: ask(all('ask')) }
    expect(codes(drawn({ ...circle, help: help({ next: 'bye' }), bye: end }, head))).toEqual([])
    expect(codes(drawn({ ...circle, help: help({}, { afterwards: 'return' }) }, head))).toEqual(['DEAD_END ask'])
  })

  test('RETURN_WITHOUT_WISH: from the start, past a handler’s own way back, after a machine', () => {
    const flow = drawn({ ask: ask({ ...all('bye'), noMatch: 'help' }), bye: end, help: help({ next: 'bye' }) }, head)
    const [problem] = check(flow)
    expect(problem).toMatchObject({ code: 'RETURN_WITHOUT_WISH', nodeId: 'ask', outcome: 'noMatch' })
    expect(problem?.fix && codes(apply(flow, problem.fix.operation))).toEqual(['OPEN_OUTCOME ask noMatch'])
    const drawnBack = drawn({ ask: ask({ ...all('bye'), noMatch: 'help' }), bye: end, help: help({ next: 'bye', return: 'bye' }) }, head)
    expect(codes(drawnBack)).toEqual([])
    const machine = { machine: ['machine', { action: 'pressKey', keys: '1' }, { next: 'help' }] as ['machine', object, Edges] }
    expect(codes(drawn({ ask: ask(all('bye')), bye: end, help: help({ next: 'bye' }), ...machine }, head))).toEqual([
      'RETURN_WITHOUT_WISH machine next',
    ])
    expect(codes(drawn({ help: help({ next: 'bye' }), bye: end }, { intents: head.intents }))).toEqual(['RETURN_WITHOUT_WISH help'])
  })

  test('a handler that runs a subflow still goes back into the subflow it took the call from', () => {
    const inner = (nodes: Parameters<typeof drawn>[0]) => {
      const { subflows: _, ...body } = drawn(nodes, { variables: head.variables, interface: { results: ['ok'] } })
      return body
    }
    const flow = drawn(
      {
        sub: ['subflow', { flow: 'question' }, { ok: 'bye', failed: 'bye' }],
        bye: end,
        help: help({ next: 'told' }),
        told: ['subflow', { flow: 'sentence' }, { ok: 'help', failed: 'bye' }],
      },
      {
        ...head,
        subflows: {
          question: inner({ ask: ask(all('out')), out: ['end', { result: 'ok' }] }),
          sentence: inner({ say: say('We help.', 'out'), out: ['end', { result: 'ok' }] }),
        },
      },
    )
    expect(codes(flow).filter((line) => !line.includes('NEVER_USED'))).toEqual([])
    const call = scenario(flow).said('help').understood(meant('help', 0.9)).spoken()
    expect(call.state().at).toBe('sub/ask')
  })

  test('WISH_HIDDEN where a node tells the intent apart itself', () => {
    const intents = ['intent', { question: 'What?', intents: ['help'] }, { help: 'bye', noMatch: 'bye', silent: 'bye' }] as [
      'intent',
      object,
      Edges,
    ]
    expect(codes(drawn({ why: intents, bye: end, help: help({ next: 'bye' }) }, { intents: head.intents }))).toEqual([
      'WISH_HIDDEN help help',
    ])
  })
})

describe('a machine that answers', () => {
  test('only the first machine node is asked, and none in a subflow', () => {
    const machine = (next: string) => ['machine', { action: 'pressKey', keys: '1' }, { next }] as ['machine', object, Edges]
    expect(codes(drawn({ bye: end, first: machine('left'), left: end, second: machine('lost'), lost: end }))).toEqual([
      'UNREACHABLE_NODE second',
      'UNREACHABLE_NODE lost',
    ])
  })
})

describe('subflows', () => {
  type Body = Partial<Parameters<typeof drawn>[1]>
  const body = (nodes: Parameters<typeof drawn>[0], more: Body = {}) => {
    const { subflows: _, ...own } = drawn(nodes, { interface: { results: ['ok'] }, ...more })
    return own
  }
  const ends = (result: string) => ['end', { result }] as ['end', object]
  const runs = (flow: string, edges: Edges, data = {}) => ['subflow', { flow, ...data }, edges] as ['subflow', object, Edges]

  test('problems inside carry the subflow and their node there, without a fix', () => {
    const inner = body({ say: ['say', { text: 'Hi.' }], out: ends('ok') })
    const flow = drawn({ sub: runs('inner', { ok: 'bye', failed: 'bye' }), bye: end }, { subflows: { inner } })
    expect(codes(flow)).toEqual(['inner: UNREACHABLE_NODE out', 'inner: DEAD_END say', 'inner: OPEN_OUTCOME say next'])
    expect(check(flow).every(({ fix }) => fix === undefined)).toBe(true)
    expect(codes(drawn({ bye: end }, { subflows: { inner } }))).toEqual([])
  })

  test('SUBFLOW_UNKNOWN, SUBFLOW_RECURSION, SUBFLOW_TOO_DEEP', () => {
    expect(codes(drawn({ sub: runs('gone', { failed: 'bye' }), bye: end }))).toEqual(['SUBFLOW_UNKNOWN sub'])
    const next = (key: string) => body({ sub: runs(key, { ok: 'out', failed: 'out' }), out: ends('ok') })
    const circle = drawn({ sub: runs('a', { ok: 'bye', failed: 'bye' }), bye: end }, { subflows: { a: next('b'), b: next('a') } })
    expect(codes(circle)).toEqual(['SUBFLOW_RECURSION sub', 'a: SUBFLOW_RECURSION sub', 'b: SUBFLOW_RECURSION sub'])
    const deep = (levels: number) => {
      const subflows = Object.fromEntries(
        Array.from({ length: levels }, (_, at) => [`s${at}`, at + 1 < levels ? next(`s${at + 1}`) : body({ out: ends('ok') })]),
      )
      return codes(drawn({ sub: runs('s0', { ok: 'bye', failed: 'bye' }), bye: end }, { subflows }))
    }
    expect(deep(8)).toEqual([])
    expect(deep(9)).toEqual(['SUBFLOW_TOO_DEEP sub'])
  })

  test('inputs, outputs and results fit the interface', () => {
    const variables = [
      { name: 'who', type: 'personName' as const },
      { name: 'count', type: 'number' as const },
    ]
    const inner = body(
      { ask: ['ask', { variable: 'who', question: '{{ count }}?' }, all('out')], out: ends('ko') },
      { variables, interface: { inputs: ['count', 'gone'], outputs: ['who'], results: ['ok'] } },
    )
    const data = {
      inputs: [
        { variable: 'count', value: '"x"' },
        { variable: 'who', value: '"Ada"' },
      ],
      outputs: [
        { variable: 'x', output: 'count' },
        { variable: 'n', output: 'who' },
      ],
    }
    const more = { variables: [...head.variables, { name: 'n', type: 'number' as const }], subflows: { inner } }
    expect(codes(drawn({ sub: runs('inner', { ok: 'bye', failed: 'bye' }, data), bye: end }, more))).toEqual([
      'VALUE_WRONG_TYPE sub',
      'SUBFLOW_INPUT_UNKNOWN sub',
      'SUBFLOW_INPUT_MISSING sub',
      'SUBFLOW_OUTPUT_UNKNOWN sub',
      'VALUE_WRONG_TYPE sub',
      'inner: INTERFACE_VARIABLE_UNKNOWN -',
      'inner: RESULT_NEVER_GIVEN -',
      'inner: RESULT_UNKNOWN out',
    ])
  })

  test('a loop through a subflow is broken only by one that always listens; what it surely knows is known', () => {
    const loop = (inner: ReturnType<typeof body>) =>
      codes(drawn({ sub: runs('inner', { ok: 'sub', failed: 'bye' }), bye: end }, { subflows: { inner } }))
    expect(loop(body({ out: ends('ok') }))).toEqual(['LOOP_WITHOUT_LISTENING sub'])
    expect(loop(body({ ask: ask(all('out')), out: ends('ok') }, { variables: head.variables }))).toEqual([])
    const asks = body(
      { ask: ask({ done: 'yes', noMatch: 'no', silent: 'no' }), yes: ends('ok'), no: ends('ko') },
      { variables: head.variables, interface: { outputs: ['x'], results: ['ok', 'ko'] } },
    )
    const flow = drawn(
      {
        sub: runs('inner', { ok: 'yes', ko: 'no', failed: 'bye' }, { outputs: [{ variable: 'x', output: 'x' }] }),
        yes: say('{{ x }}', 'bye'),
        no: say('{{ x }}', 'bye'),
        bye: end,
      },
      { variables: head.variables, subflows: { inner: asks } },
    )
    expect(codes(flow)).toEqual(['VARIABLE_USED_BEFORE_SET no'])
  })
})

describe('how long', () => {
  test('TOO_MANY_STEPS: a chain that waits for nothing, or for answers that are known', () => {
    const chain = (length: number, link: (at: number) => ['set' | 'ask', object, Edges]) =>
      codes(drawn({ ...Object.fromEntries(Array.from({ length }, (_, at) => [`n${at}`, link(at)])), [`n${length}`]: end }, head))
    const set = (at: number) =>
      ['set', { assignments: [{ variable: 'x', value: '"a"' }] }, { next: `n${at + 1}` }] as ['set', object, Edges]
    expect(chain(100, set)).toEqual(['TOO_MANY_STEPS n0'])
    expect(chain(99, set)).toEqual([])
    const asks = (data: object) => (at: number) => ask(all(`n${at + 1}`), data) as ['ask', object, Edges]
    expect(chain(110, asks({})).filter((line) => line.startsWith('TOO'))).toEqual(['TOO_MANY_STEPS n0'])
    expect(chain(110, asks({ skipIfKnown: false })).filter((line) => line.startsWith('TOO'))).toEqual([])
  })

  test('CALL_TOO_LONG counts every silence and try once, also in circles, and offers to allow it', () => {
    const asks = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`n${at}`, ask({ ...all(`n${at + 1}`), noMatch: 'n0' })]))
    const flow = drawn({ ...asks, n20: end }, head)
    const [problem] = check(flow)
    expect(problem).toMatchObject({ code: 'CALL_TOO_LONG', message: expect.stringMatching(/about 1\d minutes, but a call may take 10/) })
    expect(problem?.fix && codes(apply(flow, problem.fix.operation))).toEqual([])
  })

  test('PROMPT_TOO_LONG from 20 seconds of words on', () => {
    const words = (count: number) => codes(drawn({ say: say('word '.repeat(count), 'bye'), bye: end }))
    expect(words(50)).toEqual([])
    expect(words(51)).toEqual(['PROMPT_TOO_LONG say'])
  })
})

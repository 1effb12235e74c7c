import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCall, play } from '../../test/random-calls.ts'
import { reachedNodes } from '../../test/reached-nodes.ts'
import { soundFlow } from '../../test/sound-flows.ts'
import { replay } from '../interpreter/interpreter.ts'
import { drawn } from '../scenario.ts'
import type { WhyCode } from '../why/why.ts'
import { check } from './check.ts'

/** What the interpreter says when a flow leaves it nowhere to go. */
const stuck: readonly WhyCode[] = ['nothingFollows', 'nodeMissing', 'tooManyNodes', 'nothingAwaited', 'subflowMissing']

test('a call of a flow without errors never gets stuck, and never comes to a node that is called unreachable', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(soundFlow, anyCall.moves, (flow, moves) => {
      const problems = check(flow)
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      const { state, events } = play(flow, moves, () => undefined)
      for (const { decisions } of replay(flow, events)) for (const { why } of decisions) expect(stuck).not.toContain(why.code)
      for (const { code, nodeId = '', subflow } of problems) {
        if (code === 'UNREACHABLE_NODE' && subflow === undefined) expect(state.path).not.toContain(nodeId)
      }
    }),
    { numRuns: 500 },
  )
})

test('every node that is not called unreachable is come to by some call', { timeout: 600_000 }, () => {
  const samples = (name: string) => ({ en: [1, 2, 3, 4, 5].map((number) => `${name} number ${number}`) })
  const flow = drawn(
    {
      greet: ['greeting', { text: 'Hello.' }, { next: 'why' }],
      why: [
        'intent',
        { question: 'What?', intents: ['book', 'hours'], fills: ['day'] },
        { book: 'known', hours: 'say', noMatch: 'human', silent: 'bye' },
      ],
      say: ['say', { text: 'Nine to six.' }, { next: 'why' }],
      known: ['branch', { conditions: [{ name: 'yes', when: 'known.day' }] }, { yes: 'book', otherwise: 'day' }],
      day: ['ask', { variable: 'day', question: 'Which day?' }, { done: 'book', noMatch: 'human', silent: 'bye' }],
      book: [
        'book',
        { service: 'Cleaning', date: 'day', time: 'time' },
        { booked: 'bye', noTimes: 'again', declined: 'bye', failed: 'sorry' },
      ],
      again: [
        'ask',
        { variable: 'day', question: 'Which other day?', skipIfKnown: false },
        { done: 'book', noMatch: 'human', silent: 'bye' },
      ],
      sorry: ['say', { text: 'Sorry.' }, { next: 'wait' }],
      wait: ['wait', { waitMs: 500 }, { happened: 'bye', timeout: 'bye' }],
      human: ['transfer', { to: '+15550100' }, { failed: 'bye', declined: 'bye', noAnswer: 'bye' }],
      person: ['anywhere', { intents: ['human'] }, { next: 'sentence' }],
      sentence: ['say', { text: 'Nobody is here.' }, { next: 'person' }],
      machine: ['machine', { action: 'pressKey', keys: '1' }, { next: 'left' }],
      left: ['end', {}],
      bye: ['end', {}],
      lost: ['say', { text: 'Lost.' }, { next: 'bye' }],
    },
    {
      variables: [
        { name: 'day', type: 'text' },
        { name: 'time', type: 'time' },
      ],
      intents: ['book', 'hours', 'human'].map((name) => ({ name, samples: samples(name) })),
    },
  )
  const problems = check(flow)
  expect(problems.map(({ code, nodeId }) => `${code} ${nodeId}`)).toEqual(['UNREACHABLE_NODE lost'])
  const wanted = flow.nodes.map(({ id }) => id).filter((id) => id !== 'lost')
  const reached = reachedNodes(flow, wanted)
  expect(wanted.filter((id) => !reached.has(id))).toEqual([])
  expect(reached).not.toContain('lost')
})

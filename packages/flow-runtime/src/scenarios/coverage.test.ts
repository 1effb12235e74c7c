import { expect, test } from 'vitest'
import { drawn } from '../scenario.ts'
import { coverageOf } from './coverage.ts'
import { runScenario } from './run-scenario.ts'
import type { ScenarioStep } from './scenario-step.ts'

const inner = drawn(
  {
    ask: ['ask', { variable: 'day', question: 'Which day?' }, { done: 'ok', noMatch: 'no', silent: 'no' }],
    ok: ['end', { result: 'found' }],
    no: ['end', { result: 'missing' }],
  },
  { variables: [{ name: 'day', type: 'date' }], interface: { inputs: [], outputs: ['day'], results: ['found', 'missing'] } },
)
const { subflows: _, ...body } = inner
const flow = drawn(
  {
    first: ['subflow', { flow: 'day' }, { found: 'second', missing: 'bye', failed: 'bye' }],
    second: ['subflow', { flow: 'day' }, { found: 'bye', missing: 'bye', failed: 'bye' }],
    bye: ['end', {}],
    help: ['anywhere', { intents: ['help'], text: 'I only need a day.', afterwards: 'return' }],
  },
  { intents: [{ name: 'help' }], subflows: { day: body, unused: body } },
)
const nobody = () => Promise.reject(new Error('nothing to understand'))
const journalOf = async (steps: ScenarioStep[]) => (await runScenario(flow, { name: 'x', steps }, { understand: nobody })).journal
const day: ScenarioStep[] = [{ contact: 'Tuesday' }, { understood: { slots: { day: '2026-11-24' } } }]

test('a subflow counts at each node that runs it, a subflow nobody runs does not', async () => {
  const { visited, missing, nodes, edges } = coverageOf(flow, [await journalOf([...day, { silence: 3 }])])
  expect(visited.nodes).toEqual(['first', 'second', 'bye', 'first/ask', 'first/ok', 'second/ask', 'second/no'])
  expect(missing.nodes).toEqual(['help', 'first/no', 'second/ok'])
  expect(visited.edges).toEqual(['first-found', 'second-missing', 'first/ask-done', 'second/ask-silent'])
  expect([nodes, edges]).toEqual([7 / 10, 4 / 12])
})

test('a handler counts when a wish brings the call there; its ways in and back are no edges', async () => {
  const steps: ScenarioStep[] = [{ contact: 'help' }, { understood: { intent: 'help' } }, { agent: ['only need a day', 'Which day?'] }]
  const { visited } = coverageOf(flow, [await journalOf(steps)])
  expect(visited).toEqual({ nodes: ['first', 'help', 'first/ask'], edges: [] })
})

test('what another version of the flow went through counts where it is still drawn', async () => {
  const journal = await journalOf([...day, { hangUp: true }])
  const smaller = drawn({ first: ['say', {}, { next: 'bye' }], bye: ['end', {}] })
  expect(coverageOf(smaller, [journal])).toMatchObject({ nodes: 1 / 2, edges: 0, missing: { nodes: ['bye'], edges: ['first-next'] } })
})

import { describe, expect, test } from 'vitest'
import type { CallEvent } from '../../events.ts'
import { drawn, scenario, slots } from '../../scenario.ts'

const at = 1_000_000
const variables = [{ name: 'day', type: 'date' as const }]

describe('background tasks', () => {
  const flow = drawn(
    {
      start: [
        'background',
        { task: 'isFree', saveAs: 'free', announce: 'A colleague is free.', announceFailure: 'Nobody is free.' },
        { started: 'askDay' },
      ],
      askDay: ['ask', { variable: 'day', question: 'Which day?' }, { done: 'hold', noMatch: 'bye', silent: 'bye' }],
      hold: ['wait', { until: 'tasks', waitMs: 5000, text: 'One moment.' }, { happened: 'bye', timeout: 'late' }],
      late: ['end', { text: 'Nobody came.' }],
      bye: ['end', { text: 'Free: {{ free }}.' }],
    },
    { variables: [...variables, { name: 'free', type: 'boolean' }] },
  )
  const urgent = {
    ...flow,
    nodes: flow.nodes.map((node) => (node.type === 'background' ? { ...node, data: { ...node.data, urgent: true } } : node)),
  }
  const finished = (outcome: 'ok' | 'error' = 'ok'): CallEvent => ({
    type: 'taskFinished',
    at,
    taskId: 'e1',
    outcome,
    result: outcome === 'ok',
  })

  test('their news waits for the next words of the flow', () => {
    const call = scenario(flow).spoken().tell(finished())
    expect(call.effects()).toEqual([])
    expect(call.state()).toMatchObject({ variables: { free: true }, announcements: ['A colleague is free.'] })
    call.says('hm')
    expect(call.effects()[0]).toMatchObject({ type: 'say', text: 'A colleague is free.', aside: true })
    expect(call.state().announcements).toEqual([])
  })

  test('urgent news is told at once, and the open question after it', () => {
    const call = scenario(urgent).spoken().tell(finished('error'))
    expect(call.words()).toBe('Nobody is free. Which day?')
    expect(call.types()).toEqual(['say', 'say', 'listen'])
    expect(call.state().at).toBe('askDay')
    call.spoken()
    expect(
      call
        .spoken()
        .says('Tuesday', slots({ day: '2026-11-24' }))
        .state().at,
    ).toBe('bye')
  })

  test('urgent news over a running question does not repeat it; over words being understood it waits for them', () => {
    expect(scenario(urgent).tell(finished()).types()).toEqual(['say', 'listen'])
    const busy = scenario(urgent).spoken().said('Tuesday').tell(finished())
    expect(busy.effects()).toEqual([])
    expect(busy.understood({}).words()).toContain('A colleague is free.')
  })

  test('told twice, or told of nothing that runs, changes nothing', () => {
    const call = scenario(flow).spoken().tell(finished())
    const before = call.state()
    expect(
      call
        .tell(finished())
        .tell({ ...finished(), taskId: 'constructor' } as CallEvent)
        .state(),
    ).toEqual(before)
  })

  test('a flow can wait for them, with an end to the waiting', () => {
    const atHold = () =>
      scenario(flow)
        .spoken()
        .says('Tuesday', slots({ day: '2026-11-24' }))
    expect(atHold().tell(finished()).words()).toBe('A colleague is free. Free: yes.')
    const call = atHold().spoken()
    expect(call.tell({ type: 'waitFinished', at, effectId: call.awaited('wait').id }).words()).toBe('Nobody came.')
  })
})

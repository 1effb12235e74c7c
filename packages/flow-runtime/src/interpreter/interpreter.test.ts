import { describe, expect, test } from 'vitest'
import { drawn, meant, scenario } from '../scenario.ts'
import { textIn } from '../text.ts'
import { begin, replay, step } from './interpreter.ts'
import { maxSilentHops } from './walk.ts'

const flow = drawn(
  {
    greet: ['greeting', { text: 'Hello.' }, { next: 'why' }],
    why: ['intent', { question: 'How can I help?', intents: ['book'] }, { book: 'bye', silent: 'bye' }],
    bye: ['end', { text: 'Bye.' }],
  },
  { intents: [{ name: 'book', samples: { en: ['book'] } }] },
)
const failureLine = textIn(flow.settings.failureLine, 'en', 'en')

test('effects carry ids in order, their node and the language; awaited ones are kept whole', () => {
  const call = scenario(flow).spoken()
  expect(call.effects().map(({ id, nodeId }) => [id, nodeId])).toEqual([
    ['e2', 'why'],
    ['e3', 'why'],
  ])
  expect(call.state().awaiting).toEqual(call.effects())
  expect(call.state()).toMatchObject({ lastQuestion: 'How can I help?', path: ['greet', 'why'] })
})

test('an answer to an effect that is no longer awaited changes nothing', () => {
  const call = scenario(flow).spoken()
  const before = call.state()
  call.tell({ type: 'speechFinished', at: 1, effectId: 'e1', completed: true, heard: 'Hello.' })
  call.tell({ type: 'contactSilent', at: 1, effectId: 'e2' })
  call.tell({ type: 'toolFinished', at: 1, effectId: 'e99', outcome: 'ok', result: null })
  call.tell({ type: 'keyPressed', at: 1, key: '5' })
  expect(call.state()).toEqual(before)
  expect(call.effects()).toEqual([])
})

test('silences count every silence that was awaited, and no other', () => {
  const call = scenario(flow).spoken()
  expect(call.state().silences).toBe(0)
  call.tell({ type: 'contactSilent', at: 1, effectId: 'e2' })
  expect(call.silent().silent().state()).toMatchObject({ silences: 2, turns: 0 })
})

test('turns count what the contact said', () => {
  expect(scenario(flow).spoken().says('hm').says('book', meant('book')).state().turns).toBe(2)
})

describe('the call always ends', () => {
  test('a contact who hangs up in mid-sentence ends it at once, without effects', () => {
    const call = scenario(flow).hungUp('contact')
    expect(call.effects()).toEqual([])
    expect(call.state()).toMatchObject({ status: 'ended', outcome: 'hungUp', awaiting: [] })
  })

  test('a hang-up from our side is a cancellation, a lost line a failure', () => {
    expect(scenario(flow).hungUp('agent').state().outcome).toBe('cancelled')
    expect(scenario(flow).hungUp('system').state().outcome).toBe('failed')
  })

  test('a provider that fails for good: failure line, heard to its end, then hang-up', () => {
    const call = scenario(flow).spoken().providerFailed('recognition')
    expect(call.effects()).toMatchObject([{ type: 'say', text: failureLine, interruptible: false }])
    expect(call.spoken().effects()).toMatchObject([{ type: 'hangUp', outcome: 'failed' }])
    expect(call.hungUp('agent').state()).toMatchObject({ status: 'ended', outcome: 'failed' })
  })

  test('a voice that cannot even say the failure line: hang-up at once', () => {
    const call = scenario(flow).providerFailed('synthesis')
    expect(call.providerFailed('recognition').effects()).toEqual([])
    expect(call.providerFailed('synthesis').effects()).toMatchObject([{ type: 'hangUp', outcome: 'failed' }])
  })

  test('time up: one last line, then hang-up; time up again does not wait for the line', () => {
    const call = scenario(flow).timeUp()
    expect(call.words()).toBe(textIn(flow.settings.timeLimitLine, 'en', 'en'))
    expect(call.timeUp().effects()).toMatchObject([{ type: 'hangUp', outcome: 'timeLimit' }])
    expect(call.timeUp().effects()).toEqual([])
  })

  test('an outcome without an edge, a target that is gone, a flow without nodes: failure line', () => {
    const open = scenario(flow).spoken().says('a').says('b').says('c')
    expect(open.words()).toBe(failureLine)
    expect(open.decisions().at(-1)?.why).toEqual({ code: 'nothingFollows', values: { outcome: 'noMatch' } })
    expect(scenario(drawn({ hi: ['say', {}, { next: 'gone' }] })).words()).toBe(failureLine)
    expect(scenario({ schemaVersion: 1 }).words()).toBe(failureLine)
  })

  test('a loop that waits for nobody ends in the failure line', () => {
    const call = scenario(drawn({ a: ['set', {}, { next: 'b' }], b: ['branch', {}, { otherwise: 'a' }] }))
    expect(call.words()).toBe(failureLine)
    expect(call.state().path.length).toBeLessThanOrEqual(maxSilentHops + 1)
  })

  test('what is over stays over', () => {
    const call = scenario(flow).hungUp('contact')
    const over = call.state()
    expect(call.timeUp().state()).toEqual(over)
    expect(call.hungUp('agent').state()).toEqual(over)
  })
})

test('replaying the events gives the same states and effects', () => {
  const call = scenario(flow).spoken().says('hm').says('book', meant('book')).spoken().hungUp('agent')
  const steps = replay(call.flow, call.events)
  expect(steps.at(-1)?.state).toEqual(call.state())
  expect(steps).toHaveLength(call.events.length)
  expect(replay(call.flow, JSON.parse(JSON.stringify(call.events)))).toEqual(steps)
  expect(replay(call.flow, call.events.slice(1))).toEqual([])
})

test('step leaves its arguments alone', () => {
  const { state } = begin(flow, { type: 'callStarted', at: 0, facts: scenario(flow).state().facts })
  const frozen = JSON.stringify(state)
  step(flow, state, { type: 'speechFinished', at: 1, effectId: 'e1', completed: true, heard: 'Hello.' })
  expect(JSON.stringify(state)).toBe(frozen)
})

import { describe, expect, test } from 'vitest'
import type { CallEvent, CallFacts } from '../../events.ts'
import { drawn, scenario } from '../../scenario.ts'

const at = 1_000_000

describe('a machine that answers', () => {
  const flow = drawn(
    {
      greet: ['greeting', { text: 'Hello.' }, { next: 'bye' }],
      machine: ['machine', { text: 'Please call back.' }, { next: 'bye' }],
      bye: ['end', { text: 'Bye.' }],
    },
    {},
  )
  const detected: CallEvent = { type: 'machineDetected', at }

  test('hears the message after its beep, to its end', () => {
    const call = scenario(flow).tell(detected)
    expect(call.types()).toEqual(['wait'])
    call.tell({ type: 'outsideEvent', at, name: 'beep', data: null })
    expect(call.effects()).toMatchObject([{ type: 'say', text: 'Please call back.', interruptible: false }])
    expect(call.tell(detected).effects()).toEqual([])
    expect(call.spoken().words()).toBe('Bye.')
    expect(call.spoken().effects()).toMatchObject([{ type: 'hangUp', outcome: 'machine' }])
  })

  test('is dealt with as the campaign of the call wants it', () => {
    const facts = (machines: NonNullable<CallFacts['machines']>) => ({ machines })
    const plain = { ...flow, nodes: flow.nodes.filter(({ type }) => type !== 'machine') }
    for (const call of [scenario(flow, facts('hangUp')), scenario(plain, facts('leaveMessage'))]) {
      expect(call.tell(detected).effects()).toMatchObject([{ type: 'hangUp', outcome: 'machine' }])
      expect(call.state()).toMatchObject({ outcome: 'machine', awaiting: [{ type: 'hangUp' }] })
    }
    expect(scenario(flow, facts('leaveMessage')).tell(detected).types()).toEqual(['wait'])
    const talked = scenario(flow, facts('talk'))
    expect(talked.tell(detected).effects()).toEqual([])
    expect(talked.spoken().words()).toBe('Bye.')
    expect(talked.state()).toMatchObject({ answeredByMachine: false })
  })

  test('gets the message without a beep, is hung up on, or is sent keys', () => {
    const call = scenario(flow).tell(detected)
    expect(call.tell({ type: 'waitFinished', at, effectId: call.awaited('wait').id }).words()).toBe('Please call back.')
    const doing = (data: object) => ({ ...flow, nodes: flow.nodes.map((node) => (node.type === 'machine' ? { ...node, data } : node)) })
    expect(
      scenario(doing({ action: 'hangUp' }))
        .tell(detected)
        .effects(),
    ).toMatchObject([{ type: 'hangUp', outcome: 'machine' }])
    expect(
      scenario(doing({ action: 'pressKey', keys: '1#' }))
        .tell(detected)
        .effects(),
    ).toMatchObject([
      { type: 'sendKeys', keys: '1#' },
      { type: 'say', text: 'Bye.' },
    ])
  })
})

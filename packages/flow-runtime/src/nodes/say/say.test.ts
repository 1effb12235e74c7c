import { expect, test } from 'vitest'
import { drawn, scenario } from '../../scenario.ts'

const flow = drawn({ hello: ['say', { text: 'Hello {{ contact.name }}.' }, { next: 'bye' }], bye: ['end', { text: 'Bye.' }] })

test('says its text with what is known of the contact and goes on when it was heard', () => {
  const call = scenario(flow, { contact: { name: 'Ada' } })
  expect(call.effects()).toEqual([{ type: 'say', id: 'e1', nodeId: 'hello', text: 'Hello Ada.', language: 'en', interruptible: true }])
  call.spoken()
  expect(call.state().at).toBe('bye')
  expect(call.state().hasFloor).toBe(false)
})

test('what is not known leaves no hole in the sentence', () => {
  expect(scenario(flow).words()).toBe('Hello.')
})

test('a text that must be heard, or a flow that forbids it, cannot be interrupted', () => {
  const mustHear = drawn({ hello: ['say', { text: 'Listen.', interruptible: false }] })
  expect(scenario(mustHear).awaited('say').interruptible).toBe(false)
  const never = scenario({ ...flow, settings: { interruption: { enabled: false } } })
  expect(never.awaited('say').interruptible).toBe(false)
})

test('nothing to say goes straight on', () => {
  const call = scenario(drawn({ hello: ['say', {}, { next: 'bye' }], bye: ['end', { text: 'Bye.' }] }))
  expect(call.state().path).toEqual(['hello', 'bye'])
  expect(call.words()).toBe('Bye.')
})

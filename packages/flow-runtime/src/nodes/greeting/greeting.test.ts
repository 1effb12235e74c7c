import { expect, test } from 'vitest'
import { drawn, scenario } from '../../scenario.ts'

const flow = drawn({ hi: ['greeting', { text: { en: 'Hello.', fr: 'Bonjour.' } }, { next: 'bye' }], bye: ['end', {}] })

test('speaks the flow’s first language', () => {
  expect(scenario(flow).words()).toBe('Hello.')
  expect(scenario({ ...flow, languages: ['fr', 'en'] }).words()).toBe('Bonjour.')
})

test('a caller who breaks in keeps the floor', () => {
  const call = scenario(drawn({ hi: ['greeting', { text: 'Hello.' }, { next: 'more' }], more: ['say', { text: 'More.' }] }))
  call.interrupted('Hel')
  expect(call.state()).toMatchObject({ at: 'more', hasFloor: true })
  call.spoken()
  expect(call.state().hasFloor).toBe(false)
})

test('what the law wants said is said with the greeting, and heard to its end', () => {
  const flow = drawn(
    { greet: ['greeting', { text: 'Hello.' }, { next: 'bye' }], bye: ['end', {}] },
    { settings: { disclosure: { ai: true, recording: true } } },
  )
  const call = scenario(flow)
  expect(call.effects()).toMatchObject([
    { type: 'say', text: 'Hello. I am an automatic assistant. This call is recorded.', interruptible: false },
  ])
  expect(call.interrupted('Hello. I am').state().unheard).toEqual(['e1'])
})

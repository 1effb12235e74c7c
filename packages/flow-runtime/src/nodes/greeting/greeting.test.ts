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

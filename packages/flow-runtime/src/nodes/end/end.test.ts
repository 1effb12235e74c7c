import { expect, test } from 'vitest'
import { drawn, scenario } from '../../scenario.ts'

test('says goodbye, then hangs up, and is over when the line is', () => {
  const call = scenario(drawn({ bye: ['end', { text: 'Goodbye.', outcome: 'silent' }] }))
  expect(call.words()).toBe('Goodbye.')
  call.spoken()
  expect(call.effects()).toMatchObject([{ type: 'hangUp', outcome: 'silent' }])
  expect(call.state()).toMatchObject({ status: 'running', outcome: 'silent' })
  call.hungUp('agent')
  expect(call.state()).toMatchObject({ status: 'ended', outcome: 'silent', awaiting: [] })
})

test('without last words it hangs up at once', () => {
  expect(scenario(drawn({ bye: ['end', {}] })).effects()).toMatchObject([{ type: 'hangUp', outcome: 'completed' }])
})

test('after a message on a machine, nobody has answered', () => {
  expect(scenario(drawn({ left: ['end', { outcome: 'noAnswer' }] })).effects()).toMatchObject([{ type: 'hangUp', outcome: 'noAnswer' }])
})

test('an interrupted goodbye hangs up all the same', () => {
  const call = scenario(drawn({ bye: ['end', { text: 'Goodbye.' }] }))
  call.interrupted('Good')
  expect(call.types()).toEqual(['hangUp'])
})

import { expect, test } from 'vitest'
import type { CallEvent } from '../../events.ts'
import { drawn, scenario } from '../../scenario.ts'

const at = 1_000_000
const ends = { yes: ['end', { text: 'It came.' }], no: ['end', { text: 'Too late.' }] } satisfies Parameters<typeof drawn>[0]
const waiting = (data: object) => drawn({ w: ['wait', data, { happened: 'yes', timeout: 'no' }], ...ends })
const over = (call: ReturnType<typeof scenario>) => call.tell({ type: 'waitFinished', at, effectId: call.awaited('wait').id })
const event = (name: string): CallEvent => ({ type: 'outsideEvent', at, name, data: null })

test('a pause is over when its time is', () => {
  const call = scenario(waiting({ waitMs: 1500 }))
  expect(call.effects()).toMatchObject([{ type: 'wait', ms: 1500 }])
  expect(over(call).words()).toBe('It came.')
})

test('an outside event ends the waiting, another one does not, and time does by its own outcome', () => {
  const call = scenario(waiting({ until: 'event', event: 'paid', text: 'One moment.' }))
  expect(call.types()).toEqual(['say', 'wait'])
  expect(call.spoken().tell(event('other')).effects()).toEqual([])
  expect(call.tell(event('paid')).words()).toBe('It came.')
  expect(over(scenario(waiting({ until: 'event', event: 'paid' }))).words()).toBe('Too late.')
})

test('where no task runs there is nothing to wait for', () => {
  expect(scenario(waiting({ until: 'tasks' })).words()).toBe('It came.')
})

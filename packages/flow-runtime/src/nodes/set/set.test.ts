import { expect, test } from 'vitest'
import { drawn, scenario } from '../../scenario.ts'

test('computes one after the other; what cannot be computed stays as it was; null forgets', () => {
  const assignments = [
    { variable: 'party', value: '2 + 1' },
    { variable: 'guests', value: 'party * 2' },
    { variable: 'label', value: '"for " + string(guests)' },
    { variable: 'day', value: 'unknown + 1' },
    { variable: 'label2', value: 'label' },
    { variable: 'party', value: 'null' },
    { variable: 'guests', value: '"many"' },
  ]
  const variables = [
    { name: 'party', type: 'number' as const },
    { name: 'guests', type: 'number' as const },
    { name: 'label', type: 'text' as const },
    { name: 'day', type: 'date' as const },
  ]
  const call = scenario(drawn({ set: ['set', { assignments }, { next: 'bye' }], bye: ['end', {}] }, { variables }))
  expect(call.state().variables).toEqual({ party: null, guests: 6, label: 'for 6' })
  expect(call.decisions()[0]?.why).toEqual({ code: 'notComputed', values: { variables: 'day, label2, guests' } })
})

import { expect, test } from 'vitest'
import { drawn, scenario } from '../../scenario.ts'

const flow = (...conditions: { name: string; when: string }[]) =>
  drawn(
    {
      set: ['set', { assignments: [{ variable: 'party', value: '7' }] }, { next: 'size' }],
      size: ['branch', { conditions }, { big: 'big', huge: 'huge', otherwise: 'small' }],
      big: ['end', {}],
      huge: ['end', {}],
      small: ['end', {}],
    },
    {
      variables: [
        { name: 'party', type: 'number' },
        { name: 'day', type: 'date' },
      ],
    },
  )

test('takes the first condition that holds', () => {
  const call = scenario(flow({ name: 'huge', when: 'party > 10' }, { name: 'big', when: 'party == 7' }, { name: 'huge', when: 'true' }))
  expect(call.state().at).toBe('big')
  expect(call.decisions()[1]).toMatchObject({
    nodeId: 'size',
    outcome: 'big',
    why: { code: 'conditionHolds', values: { condition: 'party == 7' } },
  })
})

test('a condition on something unknown does not hold, neither way', () => {
  const call = scenario(flow({ name: 'big', when: 'day > "2026-01-01"' }, { name: 'huge', when: 'day <= "2026-01-01"' }))
  expect(call.state().at).toBe('small')
})

test('known.* tells whether something is known; call and turn facts can be used', () => {
  expect(scenario(flow({ name: 'big', when: 'known.party && !known.day' })).state().at).toBe('big')
  expect(scenario(flow({ name: 'big', when: 'call.channel == "browser" && call.time < "12:00" && turn.count == 0' })).state().at).toBe(
    'big',
  )
})

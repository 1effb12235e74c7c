import { expect, test } from 'vitest'
import { drawn, scenario } from '../../scenario.ts'

test('a split sends the same contact the same way, and shares of contacts by weight', () => {
  const flow = drawn({
    s: [
      'split',
      {
        arms: [
          { name: 'a', weight: 3 },
          { name: 'b', weight: 1 },
          { name: 'never', weight: 0 },
        ],
      },
      { a: 'x', b: 'y', never: 'z' },
    ],
    x: ['end', {}],
    y: ['end', {}],
    z: ['end', {}],
  })
  const way = (phone: string) => scenario(flow, { contact: { phone } }).state().at
  const ways = Array.from({ length: 2000 }, (_, index) => way(`+1555${index}`))
  expect(way('+15551')).toBe(way('+15551'))
  const share = ways.filter((at) => at === 'x').length / ways.length
  expect(share).toBeGreaterThan(0.71)
  expect(share).toBeLessThan(0.79)
  expect(ways).not.toContain('z')
})

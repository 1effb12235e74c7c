import { expect, it } from 'vitest'
import { readNumber } from './read-number.ts'

it.each([
  ['+33 1 23 45 67 89', undefined, '+33123456789'],
  ['01 23 45 67 89', '+33612345678', '+33123456789'],
  ['(415) 555-2671', '+12125550100', '+14155552671'],
  ['01 23 45 67 89', undefined, undefined],
  ['the desk', '+33612345678', undefined],
  ['+33 1 23', undefined, undefined],
])('%s, as in the country of %s: %s', async (text, like, number) => {
  expect((await readNumber(text, like))?.number).toBe(number)
})

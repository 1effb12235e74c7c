import { expect, it } from 'vitest'
import { wrongArguments } from './tool-arguments.ts'

const written = 'model, year: number, day?: date'

it('accepts what the author wrote, and anything where nothing is written', () => {
  expect(wrongArguments(written, { model: 'X', year: 2020 })).toBeUndefined()
  expect(wrongArguments(written, { model: 'X', year: 2020, day: '2026-11-24' })).toBeUndefined()
  expect(wrongArguments('', { whatever: [1] })).toBeUndefined()
})

it.each([
  [{ model: 'X' }, 'year'],
  [{ model: 'X', year: '2020' }, 'year'],
  [{ model: 'X', year: 1, day: 'soon' }, 'day'],
  [{ model: 'X', year: 1, admin: true }, 'admin'],
  ['X', 'input'],
])('names what is wrong in %j', (input, name) => expect(wrongArguments(written, input)).toContain(name))

import { expect, it } from 'vitest'
import { choicesOf, chooseKind, mappingOf } from './column-choices.ts'

const guessed = { phone: 1, name: 0, variables: [{ column: 2, name: 'due', type: 'number' as const }] }
const choices = choicesOf(guessed, 4)

it('sends what was guessed when nothing is changed, without the columns that are left out', () => {
  expect(choices.map(({ kind }) => kind)).toEqual(['name', 'phone', 'number', 'ignore'])
  expect(mappingOf(choices)).toEqual({ mapping: guessed })
})

it('lets one column only be the telephone number, and says when none is', () => {
  const moved = chooseKind(choices, 3, 'phone')
  expect(mappingOf(moved).mapping).toMatchObject({ phone: 3 })
  expect(moved.map(({ kind }) => kind)).toEqual(['name', 'ignore', 'number', 'phone'])
  expect(mappingOf(chooseKind(choices, 1, 'text'))).toEqual({ fault: 'phoneMissing' })
})

it('refuses names that a flow cannot have, and a name twice', () => {
  const named = (variable: string) =>
    mappingOf(chooseKind(choices, 3, 'text').map((one, index) => (index === 3 ? { ...one, variable } : one)))
  expect(named('Due date').fault).toBe('variableWrong')
  expect(named('due').fault).toBe('variableWrong')
  expect(named('dueDate').mapping?.variables).toHaveLength(2)
})

import { expect, test } from 'vitest'
import { isValueOf } from './values.ts'
import { type Json, type VariableType, variableType } from './variables.ts'

const table: Record<VariableType, { good: Json[]; bad: Json[] }> = {
  text: { good: ['a', '0'], bad: ['', ' ', 1] },
  personName: { good: ['Ada Lovelace'], bad: ['', true] },
  number: { good: [0, -1.5], bad: ['1', Number.NaN, Number.POSITIVE_INFINITY] },
  money: { good: [12.5, 0], bad: ['12.50', '12 EUR'] },
  duration: { good: [90, 0.5], bad: ['PT1H', '90'] },
  boolean: { good: [true, false], bad: ['true', 1, null] },
  date: { good: ['2026-11-24', '2028-02-29'], bad: ['2026-02-29', '2026-13-01', '24/11/2026', '2026-11-24T10:00:00Z'] },
  time: { good: ['00:00', '23:59'], bad: ['24:00', '9:30', '09:30:00'] },
  dateTime: {
    good: ['2026-11-24T14:30:00Z', '2026-11-24T14:30:00.000Z', '2026-11-24T14:30+01:00'],
    bad: ['2026-11-24', '2026-11-24T14:30:00', '2026-02-30T14:30:00Z', '2026-11-24T25:00:00Z', 'March 7'],
  },
  phone: { good: ['+33612345678', '+15550100'], bad: ['0612345678', '+33 6 12', '+0123456', '+', 33612345678] },
  email: { good: ['ada@example.org'], bad: ['ada', 'ada@example', 'a da@example.org'] },
  choice: { good: ['small'], bad: ['Small', 'large', ''] },
  list: { good: [[], ['a', 1]], bad: [{}, 'a'] },
  object: { good: [{}, { a: 1 }], bad: [[], null, 'a'] },
}

test.each(variableType.options)('%s takes its canonical form and nothing else', (type) => {
  const { good, bad } = table[type]
  const holds = (value: Json) => isValueOf({ name: 'x', type, pii: false, choices: [{ value: 'small', synonyms: [] }] }, value)
  expect(good.filter((value) => !holds(value))).toEqual([])
  expect(bad.filter(holds)).toEqual([])
})

import { expect, test } from 'vitest'
import { drawn, scenario } from '../scenario.ts'
import type { VariableType } from '../variables.ts'
import { canBeTyped, typedValue, withKey } from './typed-value.ts'

const flow = drawn({ hi: ['say', { text: 'Hi.' }] }, { languages: ['en', 'fr'] })
function typed(type: VariableType, digits: string, { language = 'en' as 'en' | 'fr', now = Date.UTC(2026, 10, 20) } = {}) {
  const { state } = scenario(flow, { language })
  return typedValue({ name: 'x', type, pii: false }, digits, { nodeId: 'hi', head: flow, state: state(), now })
}

test.each([
  ['1120', '2026-11-20'],
  ['1119', '2027-11-19'],
  ['0229', '2028-02-29'],
  ['03011999', '1999-03-01'],
  ['0230', undefined],
  ['1301', undefined],
  ['112', undefined],
])('the day %s, month first, is %s', (digits, date) => {
  expect(typed('date', digits)).toBe(date)
})

test('in French the day comes first; today is the day of the call’s zone', () => {
  expect(typed('date', '0103', { language: 'fr' })).toBe('2027-03-01')
  const lateInLondon = Date.UTC(2026, 10, 20, 23, 30)
  expect(typed('date', '2011', { language: 'fr', now: lateInLondon })).toBe('2027-11-20')
})

test.each([
  ['9', '09:00'],
  ['15', '15:00'],
  ['930', '09:30'],
  ['1530', '15:30'],
  ['0000', '00:00'],
  ['2460', undefined],
  ['25', undefined],
])('the time %s is %s', (digits, time) => {
  expect(typed('time', digits)).toBe(time)
})

test('numbers have * for a decimal point, elsewhere it starts again', () => {
  const number = { name: 'x', type: 'number', pii: false } as const
  const digits = ['1', '2', '*', '5'].reduce((all, key) => withKey(number, all, key), '')
  expect(typed('number', digits)).toBe(12.5)
  expect(typed('money', '12.')).toBeUndefined()
  expect(withKey({ ...number, type: 'date' }, '112', '*')).toBe('')
})

test('a code is kept with its zeros; an address cannot be typed', () => {
  expect(typed('text', '0042')).toBe('0042')
  expect(typed('boolean', '3')).toBeUndefined()
  expect(canBeTyped({ name: 'x', type: 'email', pii: false })).toBe(false)
})

import { expect, test } from 'vitest'
import type { Language } from '../text.ts'
import type { Json } from '../variables.ts'
import { type SpokenFormat, spokenValue } from './spoken-value.ts'
import { timeAsSaid } from './time-as-said.ts'

const cases: [Json, SpokenFormat, Language, string][] = [
  ['2026-11-24', 'date', 'en', 'Tuesday, November 24'],
  ['2026-12-01', 'date', 'fr', 'mardi 1er décembre'],
  ['2026-11-24', 'weekday', 'en', 'Tuesday'],
  ['next week', 'date', 'en', 'next week'],
  ['15:30', 'time', 'en', '3:30 PM'],
  ['00:05', 'time', 'en', '12:05 AM'],
  ['09:00', 'time', 'en', '9 AM'],
  ['15:30', 'time', 'fr', '15 heures 30'],
  ['12:00', 'time', 'fr', 'midi'],
  ['25:00', 'time', 'en', '25:00'],
  ['+15550100', 'digits', 'en', 'plus 1 5 5 5 0 1 0 0'],
  ['2026-11-24T14:30:00Z', 'dateTime', 'en', 'Tuesday, November 24 at 3:30 PM'],
  ['2026-11-24T14:30:00Z', 'dateTime', 'fr', 'mardi 24 novembre à 15 heures 30'],
  [true, 'plain', 'en', 'yes'],
  [false, 'yesNo', 'fr', 'non'],
  [2.5, 'plain', 'fr', '2,5'],
  [['a', 'b'], 'plain', 'en', 'a, b'],
  [null, 'plain', 'en', ''],
]

test.each(cases)('%j as %s in %s is said "%s…"', (value, format, language, spoken) => {
  expect(spokenValue(value, format, language, 'Europe/Paris')).toBe(spoken)
})

test('times are expected as people say them', () => {
  expect(timeAsSaid('15:30', 'en')).toEqual(['three thirty', 'half past three', 'at three thirty', 'three thirty in the afternoon'])
  expect(timeAsSaid('11:45', 'en')).toContain('quarter to twelve')
  expect(timeAsSaid('09:05', 'en')).toContain('nine oh five')
  expect(timeAsSaid('15:30', 'fr')).toEqual([
    'quinze heures trente',
    'trois heures trente',
    'quinze heures et demie',
    'trois heures et demie',
    'à quinze heures trente',
  ])
})

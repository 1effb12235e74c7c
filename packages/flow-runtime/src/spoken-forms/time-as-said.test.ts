import { expect, test } from 'vitest'
import { timeAsSaid } from './time-as-said.ts'

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

import { expect, it } from 'vitest'
import { hoursWords } from './hours-words.ts'

const on = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes })

it('says days with the same hours as one', () => {
  const hours = [1, 2, 3, 5].flatMap((day) => [on(day, '14:00', '17:00'), on(day, '09:00', '12:00')])
  expect(hoursWords([...hours, on(7, '22:00', '24:00'), on(6, '09:00', '12:00')], 'en')).toEqual([
    'Mon–Wed 09:00–12:00, 14:00–17:00',
    'Fri 09:00–12:00, 14:00–17:00',
    'Sat 09:00–12:00',
    'Sun 22:00–24:00',
  ])
  expect(hoursWords([on(1, '09:00', '12:00'), on(2, '09:00', '12:00')], 'fr')).toEqual(['lun.–mar. 09:00–12:00'])
  expect(hoursWords([], 'en')).toEqual([])
})

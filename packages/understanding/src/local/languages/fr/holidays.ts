import { addDays, type Day, isBefore, type Today } from '../../slots/calendar.ts'
import { type Candidate, matchAll } from '../../slots/candidate.ts'
import { dayInYear } from '../../slots/coming-days.ts'

const fixed: readonly [string, number, number][] = [
  ["(?:la )?veille (?:du jour de l'an|du nouvel an)|(?:la )?saint sylvestre|reveillon du (?:jour de l'an|nouvel an)", 12, 31],
  ["(?:le )?jour de l'an|(?:le )?nouvel an", 1, 1],
  ['(?:la )?saint valentin', 2, 14],
  ['(?:la )?fete du travail', 5, 1],
  ['(?:la )?fete nationale', 7, 14],
  ['(?:la )?toussaint', 11, 1],
  ['(?:la )?veille de noel|(?:le )?reveillon(?: de noel)?', 12, 24],
  ['(?:le )?(?:jour de )?noel', 12, 25],
  ['(?:le )?lendemain de noel', 12, 26],
]
/** Days after Easter Sunday. */
const movable: readonly [string, number][] = [
  ['(?:le )?vendredi saint', -2],
  ['(?:le )?lundi de paques', 1],
  ['(?:le )?(?:dimanche de )?paques', 0],
  ["(?:le )?(?:jeudi de )?l'ascension", 39],
  ['(?:le )?lundi de pentecote', 50],
  ['(?:la )?pentecote', 49],
]

/** The next holiday of each name said. */
export function findHolidays(text: string, today: Today): Candidate<Day>[] {
  return [
    ...fixed.flatMap(([pattern, month, day]) =>
      matchAll(text, new RegExp(`\\b(?:${pattern})\\b`, 'g'), () => {
        const value = dayInYear(today, month, day, undefined)
        return value && { value, confidence: 0.93 }
      }),
    ),
    ...movable.flatMap(([pattern, later]) =>
      matchAll(text, new RegExp(`\\b(?:${pattern})\\b`, 'g'), () => {
        const thisYear = addDays(easterOf(today.year), later)
        return { value: isBefore(thisYear, today) ? addDays(easterOf(today.year + 1), later) : thisYear, confidence: 0.93 }
      }),
    ),
  ]
}

/** Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return { year, month: Math.floor(f / 31), day: (f % 31) + 1 }
}

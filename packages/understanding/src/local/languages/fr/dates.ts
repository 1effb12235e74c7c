import { addDays, addMonths, type Day, isDay, type Today } from '../../slots/calendar.ts'
import { type Candidate, matchAll, withoutOverlaps } from '../../slots/candidate.ts'
import { dayInYear, nextDayNumber, upcomingWeekday, weekdayInWeek } from '../../slots/coming-days.ts'
import { findHolidays } from './holidays.ts'
import { month, monthOf, weekday, weekdayIndex } from './month-names.ts'

const named = `(?:${weekday.replace('(', '(?:')} )?`
const dayNumber = '(\\d{1,2})(?:er)?'
/** "Quatre-vingt-deux" alone is 1982. */
const year = '(?: (?:de )?((?:19|20)\\d\\d|[4-9]\\d)(?!:| (?:personnes|euros|places)))?'
const notADay =
  '(?! ?\\d| ?[:/.%]\\d| (?:heures?|minutes?|euros?|dollars?|personnes?|places?|pour cent|rendez vous|creneau|choix|horaire|disponible|etage|fois|quarts?|que|qui|du mois|de ce mois|de la liste))'

/** Days of the calendar said in an utterance, in the future unless a year was said. */
export function findDates(text: string, today: Today): Candidate<Day>[] {
  const sure = (value: Day | undefined, confidence: number) => (value && isDay(value) ? { value, confidence } : undefined)
  const found: Candidate<Day>[] = [
    ...matchAll(text, /\bapres demain\b/g, () => sure(addDays(today, 2), 0.97)),
    ...matchAll(text, /\b(?:d')?aujourd'hui en (8|15)\b/g, (m) => sure(addDays(today, 7 * weeksOf(m[1])), 0.94)),
    ...matchAll(text, /\baujourd'hui\b|\bce (?:matin|midi|soir)\b|\bcet apres midi\b|\bcette nuit\b/g, () => sure(today, 0.95)),
    ...matchAll(text, /(?<!apres )\bdemain(?: en (8|15))?\b/g, (m) => sure(addDays(today, 1 + (m[1] ? weeksOf(m[1]) * 7 : 0)), 0.96)),
    ...weekdayDates(text, today),
    ...matchAll(text, new RegExp(`\\b${named}(?:le )?${dayNumber} ${month}\\b${year}`, 'g'), (m) =>
      sure(dayInYear(today, monthOf(m[2]), Number(m[1]), m[3]?.length === 2 ? `19${m[3]}` : m[3]), 0.95),
    ),
    ...matchAll(text, new RegExp(`\\b(?:le )?${dayNumber} (du mois prochain|du mois d'apres|de ce mois|du mois)\\b`, 'g'), (m) =>
      sure(dayOfMonth(today, Number(m[1]), m[2] ?? ''), 0.93),
    ),
    ...matchAll(text, new RegExp(`\\b(?:le|du|au) ${dayNumber}\\b${notADay}`, 'g'), (m) =>
      sure(nextDayNumber(today, Number(m[1])), m[0].endsWith('er') ? 0.75 : 0.88),
    ),
    ...matchAll(text, new RegExp(`\\b${weekday} (?:le )?${dayNumber}\\b${notADay}`, 'g'), (m) =>
      sure(nextDayNumber(today, Number(m[2])), 0.93),
    ),
    ...matchAll(text, /(?<![\d/])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/.-])/g, (m) => {
      const said = m[3]?.length === 2 ? `20${m[3]}` : m[3]
      return m[0].includes('/') || said ? sure(dayInYear(today, Number(m[2]), Number(m[1]), said), 0.92) : undefined
    }),
    ...matchAll(text, /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, (m) =>
      sure({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }, 0.92),
    ),
    ...countedDates(text, today),
    ...findHolidays(text, today),
  ]
  return withoutOverlaps(found)
}

function weekdayDates(text: string, today: Today): Candidate<Day>[] {
  const inWeek = (name: string | undefined, weeks: number) => weekdayInWeek(today, weekdayIndex(name), weeks)
  const upcoming = (name: string | undefined, sameDay = false) => upcomingWeekday(today, weekdayIndex(name), sameDay)
  /** "Samedi prochain", said on a Friday, is not tomorrow. */
  const next = (name: string | undefined) => {
    const day = upcoming(name)
    return (weekdayIndex(name) - today.weekday + 7) % 7 === 1 ? addDays(day, 7) : day
  }
  const read = (pattern: string, value: (m: RegExpExecArray) => Day, confidence = 0.94) =>
    matchAll(text, new RegExp(pattern, 'g'), (m) => ({ value: value(m), confidence }))
  const nextWeek = "(?:de |dans )?la semaine (?:prochaine|suivante|d'apres|qui vient)"
  return [
    ...read(`\\b${weekday}\\b`, (m) => upcoming(m[1]), 0.93),
    ...read(`\\bce ${weekday}\\b`, (m) => upcoming(m[1], true)),
    ...read(`\\b${weekday} prochain\\b|\\b${weekday} qui (?:vient|arrive)\\b|\\bprochain ${weekday}\\b`, (m) => next(m[1] ?? m[2] ?? m[3])),
    ...read(`\\b(?:de )?${weekday} en (8|15)\\b`, (m) => addDays(upcoming(m[1]), 7 * weeksOf(m[2]))),
    ...read(`\\b${weekday} ${nextWeek}\\b|\\b${nextWeek} (?:le )?${weekday}\\b`, (m) => inWeek(m[1] ?? m[2], 1)),
    ...read(`\\b${weekday} (?:de )?cette semaine\\b|\\bcette semaine (?:le )?${weekday}\\b`, (m) => inWeek(m[1] ?? m[2], 0)),
    ...read(`\\b${weekday} (?:suivant|d'apres)\\b`, (m) => addDays(upcoming(m[1]), 7), 0.8),
    ...read(`\\b${weekday} dans (\\d) semaines?\\b`, (m) => inWeek(m[1], Number(m[2]))),
    ...read(`\\b${weekday} dans (8|15) jours\\b`, (m) => inWeek(m[1], weeksOf(m[2]))),
    ...matchAll(
      text,
      new RegExp(
        `\\b(?:le )?(1er|[2-5]e|dernier) ${weekday} (?:(?:du mois )?(?:de |d')${month}|du mois (prochain)|(?:du|de ce) mois)\\b`,
        'g',
      ),
      (m) => {
        const value = weekdayOfMonth(today, m)
        return value && { value, confidence: 0.93 }
      },
    ),
  ]
}

/** "Le premier lundi de décembre". */
function weekdayOfMonth(today: Today, m: RegExpExecArray): Day | undefined {
  const first = { ...today, day: 1 }
  const inMonth = m[3] ? monthOf(m[3]) : undefined
  const start = inMonth ? { year: today.year + (inMonth < today.month ? 1 : 0), month: inMonth, day: 1 } : addMonths(first, m[4] ? 1 : 0)
  const all = Array.from({ length: 31 }, (_, at) => addDays(start, at)).filter(
    (day) => day.month === start.month && new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() === weekdayIndex(m[2]),
  )
  return m[1] === 'dernier' ? all.at(-1) : all[Number.parseInt(m[1] ?? '1', 10) - 1]
}

function countedDates(text: string, today: Today): Candidate<Day>[] {
  return [
    ...matchAll(text, /\b(?:dans|d'ici) (\d{1,2}) (jours?|semaines?|mois)\b/g, (m) => ({
      value: later(today, Number(m[1]), m[2] ?? ''),
      confidence: 0.92,
    })),
    ...matchAll(text, /\bdans une (huitaine|quinzaine)\b/g, (m) => ({
      value: addDays(today, m[1] === 'huitaine' ? 7 : 14),
      confidence: 0.9,
    })),
  ]
}

/** "Huit jours" are a week and "quinze jours" are two: the first and the last day count. */
function later(today: Today, amount: number, unit: string): Day {
  if (unit === 'mois') return addMonths(today, amount)
  if (unit.startsWith('semaine')) return addDays(today, 7 * amount)
  return addDays(today, amount === 8 || amount === 15 ? amount - 1 : amount)
}

const weeksOf = (days: string | undefined) => (days === '15' ? 2 : 1)

function dayOfMonth(today: Today, day: number, which: string): Day | undefined {
  if (which === 'du mois') return nextDayNumber(today, day)
  return which === 'de ce mois' ? { ...today, day } : { ...addMonths({ ...today, day: 1 }, 1), day }
}

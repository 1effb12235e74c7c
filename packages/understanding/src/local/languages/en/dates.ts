import { addDays, addMonths, type Day, isDay, type Today } from '../../slots/calendar.ts'
import { type Candidate, matchAll, withoutOverlaps } from '../../slots/candidate.ts'
import { dayInYear, nextDayNumber, upcomingWeekday, weekdayInWeek } from '../../slots/coming-days.ts'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const weekday = `(${weekdays.join('|')}|mon|tues?|wed|thu(?:rs)?|fri|sat)s?`
const month = `(${months.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`
const named = `(?:(?:${weekdays.join('|')}),? )?`
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)'
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?:,? (?:of )?((?:19|20)\\d\\d|(?:19|20) \\d\\d|200\\d)(?!:))?'
const notADay = '(?! (?:one|time|option|choice|appointment|slot|floor|street|avenue|half|quarter|of (?!(?:this|the|next) month)))'

/** Days of the calendar said in an utterance, in the future unless a year was said. */
export function findDates(text: string, today: Today): Candidate<Day>[] {
  const future = (number: number) => nextDayNumber(today, number)
  const sure = (value: Day | undefined, confidence: number) => (value && isDay(value) ? { value, confidence } : undefined)
  const dated = (m: number, d: number, y: string | undefined) => sure(dayInYear(today, m, d, y), 0.95)
  const found: Candidate<Day>[] = [
    ...matchAll(text, /\b(?:the )?day after tomorrow\b/g, () => sure(addDays(today, 2), 0.97)),
    ...matchAll(text, /\b(?:later )?(?:today|tonight|this (?:morning|afternoon|evening))\b/g, () => sure(today, 0.95)),
    ...matchAll(text, /\btomorrow(?: week)?\b/g, (m) => sure(addDays(today, m[0].endsWith('week') ? 8 : 1), 0.96)),
    ...weekdayDates(text, today),
    ...matchAll(text, new RegExp(`\\b${named}${month} (?:the )?${dayNumber}(?!:|\\d| ?[ap]m)\\b${year}`, 'g'), (m) =>
      dated(monthOf(m[1]), Number(m[2]), m[3]),
    ),
    ...matchAll(text, new RegExp(`\\b${named}(?:the )?${dayNumber} (?:of )?${month}\\b${year}`, 'g'), (m) =>
      dated(monthOf(m[2]), Number(m[1]), m[3]),
    ),
    ...matchAll(text, new RegExp(`\\b(?:the )?${dayNumber} (?:of |day of )?(this|the|next) month\\b`, 'g'), (m) =>
      sure(
        m[2] === 'next'
          ? { ...addMonths({ ...today, day: 1 }, 1), day: Number(m[1]) }
          : m[2] === 'this'
            ? { ...today, day: Number(m[1]) }
            : future(Number(m[1])),
        0.93,
      ),
    ),
    ...matchAll(text, new RegExp(`\\b(?:the |on )+${ordinal}\\b${notADay}`, 'g'), (m) => sure(future(Number(m[1])), 0.88)),
    ...matchAll(
      text,
      new RegExp(`^(?:(?:no|yes|yeah|i meant|i mean|maybe|actually|sorry|how about|what about|for) )*${ordinal}\\b${notADay}`, 'g'),
      (m) => sure(future(Number(m[1])), 0.8),
    ),
    ...matchAll(text, new RegExp(`\\b${weekday} (?:the )?${ordinal}\\b(?! of (?!(?:this|the|next) month))`, 'g'), (m) =>
      sure(future(Number(m[2])), 0.93),
    ),
    ...numericDates(text, today),
    ...countedDates(text, today),
  ]
  return withoutOverlaps(found)
}

function weekdayDates(text: string, today: Today): Candidate<Day>[] {
  const inWeek = (name: string | undefined, weeks: number) => weekdayInWeek(today, weekdayIndex(name), weeks)
  const upcoming = (name: string | undefined, sameDay = false) => upcomingWeekday(today, weekdayIndex(name), sameDay)
  const read = (pattern: string, value: (m: RegExpExecArray) => Day, confidence = 0.94) =>
    matchAll(text, new RegExp(pattern, 'g'), (m) => ({ value: value(m), confidence }))
  return [
    ...read(`\\b${weekday}\\b(?! the \\d)`, (m) => upcoming(m[1]), 0.93),
    ...read(`\\b(?:this|this coming|coming|the coming) ${weekday}\\b`, (m) => upcoming(m[1], true)),
    ...read(`\\bnext ${weekday}\\b`, (m) => inWeek(m[1], 1)),
    ...read(`\\b(?:the )?following ${weekday}\\b`, (m) => inWeek(m[1], 1), 0.8),
    ...read(`\\b${weekday} (?:of )?(?:the )?(?:next|following) week\\b|\\bnext week (?:on )?${weekday}\\b`, (m) => inWeek(m[1] ?? m[2], 1)),
    ...read(`\\b${weekday} (?:of )?this week\\b|\\bthis week (?:on )?${weekday}\\b`, (m) => inWeek(m[1] ?? m[2], 0)),
    ...read(`\\b(?:a|1) week (?:from|on|after) (?:next )?${weekday}\\b|\\b${weekday} week\\b`, (m) => addDays(upcoming(m[1] ?? m[2]), 7)),
    ...read(`\\b(\\d) weeks (?:from|on|after) ${weekday}\\b`, (m) => addDays(upcoming(m[2]), 7 * Number(m[1]))),
    ...read(`\\b(?:the )?${weekday} after next\\b`, (m) => inWeek(m[1], 2)),
  ]
}

function numericDates(text: string, today: Today): Candidate<Day>[] {
  const read = (y: string | undefined, m: number, d: number) => {
    const value = dayInYear(today, m, d, y && (y.length === 2 ? `20${y}` : y))
    return value && isDay(value) ? { value, confidence: 0.92 } : undefined
  }
  return [
    ...matchAll(text, /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, (m) => read(m[1], Number(m[2]), Number(m[3]))),
    ...matchAll(text, /(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/g, (m) => monthFirst(m, read)),
    ...matchAll(text, /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/g, (m) => monthFirst(m, read)),
  ]
}

function monthFirst<R>(m: RegExpExecArray, read: (y: string | undefined, month: number, day: number) => R): R {
  const [first, second] = [Number(m[1]), Number(m[2])]
  return first > 12 ? read(m[3], second, first) : read(m[3], first, second)
}

function countedDates(text: string, today: Today): Candidate<Day>[] {
  const later = (amount: number, unit: string, from: Day = today) =>
    unit.startsWith('month')
      ? addMonths(from, amount)
      : addDays(from, amount * (unit.startsWith('week') ? 7 : unit.startsWith('fortnight') ? 14 : 1))
  const amountOf = (said: string | undefined) => (said === 'a' ? 1 : said === 'a couple of' ? 2 : Number(said))
  return [
    ...matchAll(text, /\bin (a couple of|a|\d{1,2}) (days?|weeks?|months?|fortnight)(?:' time)?\b/g, (m) => ({
      value: later(amountOf(m[1]), m[2] ?? ''),
      confidence: 0.92,
    })),
    ...matchAll(text, /\b(a couple of|a|\d{1,2}) (days?|weeks?|months?|fortnight) (?:from (?:now|today)|from (tomorrow))\b/g, (m) => ({
      value: later(amountOf(m[1]), m[2] ?? '', m[3] ? addDays(today, 1) : today),
      confidence: 0.92,
    })),
  ]
}

const weekdayIndex = (name = '') => weekdays.findIndex((day) => day.startsWith(name.slice(0, 3)))
const monthOf = (name = '') => months.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1

import type { SlotRules } from '../languages/slot-rules.ts'
import { addDays, type Day, isBefore, type Today } from './calendar.ts'
import { type Candidate, overlaps, withoutOverlaps } from './candidate.ts'
import type { TimeValue } from './clock.ts'
import { loadRecognizers, recogniseDateTimes } from './recognizers.ts'

/**
 * Dates and times of an utterance. Our rules read what callers say most; the library reads what they left over, and wins
 * where it understood a longer stretch ("the first monday of december" over "monday").
 */
export function findDatesAndTimes(
  text: string,
  today: Today,
  rules: SlotRules,
): { dates: Candidate<Day>[]; times: Candidate<TimeValue>[] } {
  const { library } = rules
  if (library) loadRecognizers(library.culture)
  const dates = rules.dates(text, today)
  const times = rules.times(withoutDigits(text, dates), today.minutes)
  const implied = times
    .filter((time) => time.value.daysLater !== undefined)
    .map((time) => ({ ...time, value: addDays(today, time.value.daysLater ?? 0) }))
  if (!library) return { dates: [...dates, ...implied], times }
  const leftOver = [...text.matchAll(library.temporal)].some((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    return ![...dates, ...times].some((candidate) => overlaps(candidate, span))
  })
  if (!leftOver) return { dates: [...dates, ...implied], times }
  const read = recogniseDateTimes(text, today, library.culture)
  const otherTimes = read.times.filter((time) => !isBareNumber(text, time) && !dates.some((date) => overlaps(date, time)))
  return {
    dates: withoutOverlaps([
      ...dates,
      ...implied,
      ...read.dates.filter((date) => !isPlainDay(text, date) && (!isBefore(date.value, today) || /\b(?:19|20)\d\d\b/.test(text))),
    ]),
    times: withoutOverlaps([...times, ...otherTimes]),
  }
}

/** The library takes "the day" for today. */
const isPlainDay = (text: string, { start, end }: { start: number; end: number }) => /^(?:the )?day$/.test(text.slice(start, end))
const isBareNumber = (text: string, { start, end }: { start: number; end: number }) => /^\d+$/.test(text.slice(start, end))

function withoutDigits(text: string, spans: readonly Candidate<unknown>[]): string {
  let masked = text
  for (const { start, end } of spans) masked = masked.slice(0, start) + masked.slice(start, end).replace(/\d/g, '#') + masked.slice(end)
  return masked
}

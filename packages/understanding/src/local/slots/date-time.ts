import { addDays, type Day, isBefore, type Today } from './calendar.ts'
import { type Candidate, overlaps, withoutOverlaps } from './candidate.ts'
import type { TimeValue } from './clock.ts'
import { findDates } from './dates.ts'
import { loadRecognizers, recogniseDateTimes } from './recognizers.ts'
import { findTimes } from './times.ts'

/** Words that speak of a date or time; one that no rule of ours covers sends the utterance to the library. */
const temporal =
  /\b(?:day|days|week|weeks|month|months|fortnight|weekend|hours?|minutes?|o'clock|noon|christmas|easter|thanksgiving|halloween|new year|valentine|holiday|eve|last|first|\d+(?:st|nd|rd|th)|january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:[:.]\d\d)? ?[ap]m)\b/g

/**
 * Dates and times of an utterance. Our rules read what callers say most; the library reads what they left over, and wins
 * where it understood a longer stretch ("the first monday of december" over "monday").
 */
export function findDatesAndTimes(text: string, today: Today): { dates: Candidate<Day>[]; times: Candidate<TimeValue>[] } {
  loadRecognizers()
  const dates = findDates(text, today)
  const times = findTimes(withoutDigits(text, dates), today.minutes)
  const implied = times
    .filter((time) => time.value.daysLater !== undefined)
    .map((time) => ({ ...time, value: addDays(today, time.value.daysLater ?? 0) }))
  const leftOver = [...text.matchAll(temporal)].some((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    return ![...dates, ...times].some((candidate) => overlaps(candidate, span))
  })
  if (!leftOver) return { dates: [...dates, ...implied], times }
  const library = recogniseDateTimes(text, today)
  const otherTimes = library.times.filter((time) => !isBareNumber(text, time) && !dates.some((date) => overlaps(date, time)))
  return {
    dates: withoutOverlaps([
      ...dates,
      ...implied,
      ...library.dates.filter((date) => !isBefore(date.value, today) || /\b(?:19|20)\d\d\b/.test(text)),
    ]),
    times: withoutOverlaps([...times, ...otherTimes]),
  }
}

const isBareNumber = (text: string, { start, end }: { start: number; end: number }) => /^\d+$/.test(text.slice(start, end))

function withoutDigits(text: string, spans: readonly Candidate<unknown>[]): string {
  let masked = text
  for (const { start, end } of spans) masked = masked.slice(0, start) + masked.slice(start, end).replace(/\d/g, '#') + masked.slice(end)
  return masked
}

import { createRequire } from 'node:module'
import { z } from 'zod'
import type { SlotRules } from '../languages/slot-rules.ts'
import { type Day, isBefore, isDay, type Today } from './calendar.ts'
import type { Candidate } from './candidate.ts'
import type { TimeValue } from './clock.ts'

const results = z.array(
  z.object({
    start: z.number(),
    end: z.number(),
    typeName: z.string(),
    resolution: z.object({ values: z.array(z.record(z.string(), z.string())) }).nullish(),
  }),
)

type Culture = NonNullable<SlotRules['library']>['culture']
type Recognise = (text: string, culture: string, options: number, reference: Date) => unknown

const require = createRequire(import.meta.url)
/** Words that let a culture compile most of its rules. */
const samples: Readonly<Record<Culture, string>> = { 'en-us': 'tomorrow at three' }
const compiled = new Set<Culture>()
let loaded: Recognise | undefined

/**
 * Loads the date library and lets it compile its rules for a culture: 0.4 to 0.9 s and 40 to 60 MB, once per process, at the first request
 * that wants a date or time (so that a request made beforehand is enough to warm up) and not at all without one.
 */
export function loadRecognizers(culture: Culture): Recognise {
  if (!loaded) {
    const library: { recognizeDateTime: Recognise } = require('@microsoft/recognizers-text-suite')
    loaded = library.recognizeDateTime
  }
  if (!compiled.has(culture)) loaded(samples[culture], culture, 0, new Date(0))
  compiled.add(culture)
  return loaded
}

/** What the library reads in dates and times: holidays, "the second tuesday of december", "in two hours". Never a range. */
export function recogniseDateTimes(
  text: string,
  today: Today,
  culture: Culture,
): { dates: Candidate<Day>[]; times: Candidate<TimeValue>[] } {
  const reference = new Date(today.year, today.month - 1, today.day, Math.floor(today.minutes / 60), today.minutes % 60)
  const found = results.safeParse(loadRecognizers(culture)(text, culture, 0, reference))
  const dates: Candidate<Day>[] = []
  const times: Candidate<TimeValue>[] = []
  for (const { start, end, typeName, resolution } of found.data ?? []) {
    const span = { start, end: end + 1 }
    const texts = (resolution?.values ?? []).map((value) => value.value ?? (typeName.endsWith('datetimerange') ? value.start : undefined))
    if (/\.(?:date|datetime|datetimerange)$/.test(typeName)) {
      const days = texts.flatMap((text) => dayIn(text) ?? [])
      const value = days.find((day) => !isBefore(day, today)) ?? days[0]
      if (value) dates.push({ ...span, value, confidence: 0.85 })
    }
    if (/\.(?:time|datetime)$/.test(typeName)) {
      const minutes = texts.flatMap((text) => minutesIn(text) ?? [])
      const value = minutes.find((one) => one >= 7 * 60 && one < 19 * 60) ?? minutes[0]
      if (value !== undefined) times.push({ ...span, value: { minutes: value }, confidence: 0.8 })
    }
  }
  return { dates, times }
}

function dayIn(text: string | undefined): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '')
  if (!match) return undefined
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isDay(day) ? day : undefined
}

function minutesIn(text: string | undefined): number | undefined {
  const match = /(\d\d):(\d\d):\d\d$/.exec(text ?? '')
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

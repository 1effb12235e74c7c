import { type Candidate, matchAll, withoutOverlaps } from '../../slots/candidate.ts'
import { type Clock, createClock, type TimeValue, timeFromNow } from '../../slots/clock.ts'
import { bareHours } from './bare-hours.ts'
import { before, hour, partOf, period, trailing } from './day-parts.ts'

const notPartOfNumber = '(?<![\\d/:.+-]|\\d )'

/** Clock times said in an utterance. A bare hour counts after "at" and the like, or when it is all that was said. */
export function findTimes(text: string, nowMinutes: number): Candidate<TimeValue>[] {
  const shared = /\bgood (?:morning|afternoon|evening|night)/.test(text)
    ? text.replace(/\bgood (?:morning|afternoon|evening|night)/g, '-')
    : text
  const general = new RegExp(`\\b${period}\\b`).exec(shared)?.[1]
  const inParts = createClock(partOf(general))
  const clock = (hours: number, minutes: number, part: string | undefined, confidence: number) =>
    inParts(hours, minutes, partOf(part), confidence)
  const found: Candidate<TimeValue>[] = [
    ...matchAll(text, new RegExp(`${notPartOfNumber}\\b${hour}[:.](\\d\\d)(?!\\d|[.:/]\\d)${trailing}`, 'g'), (m) =>
      clock(Number(m[1]), Number(m[2]), m[3], 0.92),
    ),
    ...matchAll(text, new RegExp(`${notPartOfNumber}\\b${hour} (?:oh |o |0 )(\\d)${trailing}(?! \\d)`, 'g'), (m) =>
      clock(Number(m[1]), Number(m[2]), m[3], 0.88),
    ),
    ...matchAll(
      text,
      new RegExp(`${notPartOfNumber}\\b${hour} (\\d\\d)(?! ?\\d|th|st|nd|rd| (?:people|persons|guests))\\b${trailing}`, 'g'),
      (m) => clock(Number(m[1]), Number(m[2]), m[3], 0.88),
    ),
    ...matchAll(
      text,
      new RegExp(
        `\\b(?:a )?(half|quarter|\\d{1,2}(?: minutes)?) (past|after|to|till|before|of) ${hour}(?! ?\\d)\\b(?: o'clock)?${trailing}`,
        'g',
      ),
      (m) => fractional(m[1] ?? '', m[2] ?? '', (minutes) => clock(Number(m[3]), minutes, m[4], 0.93)),
    ),
    ...matchAll(text, new RegExp(`\\bhalf ${hour}\\b${trailing}`, 'g'), (m) => clock(Number(m[1]), 30, m[2], 0.85)),
    ...matchAll(text, new RegExp(`${notPartOfNumber}\\b${hour} (?:o'clock${trailing}|${period}\\b)`, 'g'), (m) =>
      clock(Number(m[1]), 0, m[2] ?? m[3], 0.92),
    ),
    ...matchAll(text, /\b(?:12 )?(noon|midday|midnight)\b/g, (m) => ({
      value: { minutes: m[1] === 'midnight' ? 0 : 12 * 60 },
      confidence: 0.95,
    })),
    ...matchAll(text, new RegExp(`${before}(?:at|around|about|@) (\\d\\d)(\\d\\d)(?: hours)?\\b`, 'g'), (m) =>
      clock(Number(m[1]), Number(m[2]), undefined, 0.85),
    ),
    ...relative(text, nowMinutes),
    ...bareHours(text, inParts),
  ]
  return withoutOverlaps(found)
}

function fractional(part: string, direction: string, clock: (minutes: number) => ReturnType<Clock>): ReturnType<Clock> {
  const minutes = part === 'half' ? 30 : part === 'quarter' ? 15 : Number.parseInt(part, 10)
  if (minutes > 59 || (direction === 'of' && part !== 'quarter')) return undefined
  return clock(direction === 'past' || direction === 'after' ? minutes : -minutes)
}

function relative(text: string, nowMinutes: number): Candidate<TimeValue>[] {
  const later = (minutes: number, confidence: number) => ({ value: timeFromNow(nowMinutes, minutes), confidence })
  return [
    ...matchAll(text, /\bin (?:a |an |about )?(half an|half a|an|\d{1,3}) (hours?|minutes?)(?: and a half)?\b/g, (m) => {
      const amount = m[1]?.startsWith('half') ? 0.5 : m[1] === 'an' ? 1 : Number(m[1])
      const half = m[0].endsWith('and a half') ? 0.5 : 0
      return later(Math.round((amount + half) * (m[2]?.startsWith('hour') ? 60 : 1)), 0.9)
    }),
    ...matchAll(text, /\bin (?:an hour)(?: and a half)?\b/g, (m) => later(m[0].endsWith('half') ? 90 : 60, 0.9)),
    ...matchAll(text, /^(?:(?:yes|yeah|please|well) )*(?:right now|right away|immediately|straight away|now)(?: please)?$/g, () =>
      later(0, 0.75),
    ),
  ]
}

import { type Candidate, matchAll, withoutOverlaps } from './candidate.ts'

/** A clock time in minutes after midnight; `relative` when it counts from now and so says the day too. */
export type TimeValue = { minutes: number; daysLater?: number }

const opensAt = 7 * 60
const halfDay = 12 * 60
const period = '(am|pm|(?:in the |this )?(?:early )?(?:morning|afternoon|evening)|(?:at )?night|tonight)'
const trailing = `(?: ${period}\\b)?`
const hour = '(\\d{1,2})'
const notPartOfNumber = '(?<![\\d/:.+-]|\\d )'
const before = '(?:^|(?<=[ ]))'

/** Clock times said in an utterance. A bare hour counts after "at" and the like, or when it is all that was said. */
export function findTimes(text: string, nowMinutes: number): Candidate<TimeValue>[] {
  const shared = /\bgood (?:morning|afternoon|evening|night)/.test(text)
    ? text.replace(/\bgood (?:morning|afternoon|evening|night)/g, '-')
    : text
  const general = new RegExp(`\\b${period}\\b`).exec(shared)?.[1]
  const clock = (hours: number, minutes: number, own: string | undefined, confidence: number) => {
    const value = minutesOf(hours, minutes, own ?? general)
    return value === undefined
      ? undefined
      : { value: { minutes: value }, confidence: own || general || hours > 12 ? Math.max(confidence, 0.92) : confidence }
  }
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
      (m) => fractional(m[1] ?? '', m[2] ?? '', Number(m[3]), m[4] ?? general),
    ),
    ...matchAll(text, new RegExp(`\\bhalf ${hour}\\b${trailing}`, 'g'), (m) => clock(Number(m[1]), 30, m[2], 0.85)),
    ...matchAll(text, new RegExp(`${notPartOfNumber}\\b${hour} (?:o'clock${trailing}|${period}\\b)`, 'g'), (m) =>
      clock(Number(m[1]), 0, m[2] ?? m[3], 0.92),
    ),
    ...matchAll(text, /\b(?:12 )?(noon|midday|midnight)\b/g, (m) => ({
      value: { minutes: m[1] === 'midnight' ? 0 : halfDay },
      confidence: 0.95,
    })),
    ...matchAll(text, new RegExp(`${before}(?:at|around|about|@) (\\d\\d)(\\d\\d)(?: hours)?\\b`, 'g'), (m) =>
      clock(Number(m[1]), Number(m[2]), undefined, 0.85),
    ),
    ...relative(text, nowMinutes),
    ...bareHours(text, clock),
  ]
  return withoutOverlaps(found)
}

type Clock = (
  hours: number,
  minutes: number,
  own: string | undefined,
  confidence: number,
) => { value: TimeValue; confidence: number } | undefined

const countedThings =
  '(?! ?\\d| ?[:/.]\\d|st\\b|nd\\b|rd\\b|th\\b| (?:people|persons?|guests?|adults?|kids|children|of|days?|weeks?|months?|years?|minutes?|hours?|dollars|euros|pounds|percent|seats?|nights?|other|more|or))'

function bareHours(text: string, clock: Clock): Candidate<TimeValue>[] {
  const introduced = new RegExp(
    `${before}(at|around|about|by|after|before|near|from|@|make it|is|say|until|till) (?:like |say |around |about )?${hour}${countedThings}\\b${trailing}`,
    'g',
  )
  const wished = new RegExp(`${before}for ${hour}${countedThings}\\b${trailing}`, 'g')
  const alone = new RegExp(
    `^(?:(?:no|yes|yeah|ok|okay|well|so|maybe|perhaps|say|i said|i meant|i mean|how about|what about|let's say|the|actually|sorry|please|just|around|like) )*${hour}(?: (?:please|then|would be (?:good|fine|great|better|best)|works|is (?:good|fine|great|better|best)|sounds (?:good|great)|is better|works for me|if possible|thanks|thank you|instead))*$`,
    'g',
  )
  const afterDay = new RegExp(
    `\\b(?:today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:at )?${hour}${countedThings}\\b${trailing}`,
    'g',
  )
  const four = /^(?:at )?([01]?\d|2[0-3])([0-5]\d)(?: hours)?$/g
  const only = (m: RegExpExecArray, at: number, own: string | undefined, confidence: number) => {
    const read = clock(Number(m[at]), 0, own, confidence)
    return read && { ...read, skip: m[0].search(/\d/) }
  }
  return [
    ...matchAll(text, introduced, (m) => only(m, 2, m[3], m[1] === 'is' ? 0.6 : 0.85)),
    ...matchAll(text, wished, (m) => only(m, 1, m[2], 0.7)),
    ...matchAll(text, afterDay, (m) => only(m, 1, m[2], 0.75)),
    ...matchAll(text, alone, (m) => only(m, 1, undefined, 0.8)),
    ...matchAll(text, four, (m) => clock(Number(m[1]), Number(m[2]), undefined, 0.75)),
  ]
}

function fractional(part: string, direction: string, hours: number, own: string | undefined) {
  const minutes = part === 'half' ? 30 : part === 'quarter' ? 15 : Number.parseInt(part, 10)
  if (direction === 'of' && part !== 'quarter') return undefined
  const forward = direction === 'past' || direction === 'after'
  const value = minutesOf(hours, forward ? minutes : -minutes, own)
  return value === undefined ? undefined : { value: { minutes: value }, confidence: 0.93 }
}

function relative(text: string, nowMinutes: number): Candidate<TimeValue>[] {
  const later = (minutes: number, confidence: number) => {
    const sum = nowMinutes + minutes
    return { value: { minutes: sum % 1440, daysLater: Math.floor(sum / 1440) }, confidence }
  }
  return [
    ...matchAll(text, /\bin (?:a |an |about )?(half an|half a|an|\d{1,3}) (hours?|minutes?)(?: and a half)?\b/g, (m) => {
      const amount = m[1]?.startsWith('half') ? 0.5 : m[1] === 'an' ? 1 : Number(m[1])
      const half = m[0].endsWith('and a half') ? 0.5 : 0
      return later(Math.round((amount + half) * (m[2]?.startsWith('hour') ? 60 : 1)), 0.9)
    }),
    ...matchAll(text, /\bin (?:an hour)(?: and a half)?\b/g, (m) => later(m[0].endsWith('half') ? 90 : 60, 0.9)),
    ...matchAll(text, /\b(?:right now|immediately|straight away)\b|^now$/g, () => later(0, 0.75)),
  ]
}

/** Minutes after midnight; without a part of the day, the reading between 7:00 and 18:59. `minutes` may be negative ("ten to"). */
function minutesOf(hours: number, minutes: number, period: string | undefined): number | undefined {
  if (hours > 23 || minutes > 59) return undefined
  if (hours > 12 || (hours === 0 && minutes >= 0)) return hours * 60 + minutes
  const onDial = ((((hours % 12) * 60 + minutes) % halfDay) + halfDay) % halfDay
  if (!period) return onDial < opensAt ? onDial + halfDay : onDial
  if (/am|morning/.test(period)) return onDial
  if (/night$/.test(period) && onDial < 5 * 60 && period !== 'tonight') return onDial
  return onDial + halfDay
}

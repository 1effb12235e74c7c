import { type Candidate, matchAll } from '../../slots/candidate.ts'
import type { Clock, TimeValue } from '../../slots/clock.ts'
import { before, hour, partOf, period, trailing } from './day-parts.ts'

const countedThings =
  '(?! ?\\d| ?[:/.]\\d|st\\b|nd\\b|rd\\b|th\\b| (?:people|persons?|guests?|adults?|kids|children|of|days?|weeks?|months?|years?|minutes?|hours?|dollars|euros|pounds|percent|seats?|nights?|other|more|or))'

const day = '(?:today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'

/** Hours said without "o'clock" or a part of the day: after "at" and the like, beside a day, after a correction, or alone. */
export function bareHours(text: string, clock: Clock): Candidate<TimeValue>[] {
  const introduced = new RegExp(
    `${before}(between|at|around|about|by|after|before|near|from|@|make it|is|say|until|till) (?:like |say |around |about )?${hour}${countedThings}\\b${trailing}`,
    'g',
  )
  const wished = new RegExp(`${before}for ${hour}${countedThings}\\b${trailing}`, 'g')
  const alone = new RegExp(
    `^(?:(?:no|yes|yeah|ok|okay|well|so|maybe|perhaps|say|i said|i meant|i mean|how about|what about|let's say|the|actually|sorry|please|just|around|like) )*${hour}(?: (?:please|then|would be (?:good|fine|great|better|best)|works|is (?:good|fine|great|better|best)|sounds (?:good|great)|is better|works for me|if possible|thanks|thank you|instead|not \\d{1,2}))*$`,
    'g',
  )
  const afterDay = new RegExp(`\\b${day} (?:at )?${hour}${countedThings}\\b${trailing}`, 'g')
  const beforeDay = new RegExp(`${before}${hour} (?:on )?(?:this |next )?${day}\\b(?: ${period}\\b)?`, 'g')
  const afterPeriod = new RegExp(`\\b${period} (?:at |around )?${hour}${countedThings}\\b`, 'g')
  const corrected = new RegExp(
    `\\b(?:no|sorry|i mean|i meant|make that|or|and|maybe|perhaps|say) ${hour}${countedThings}\\b${trailing}$`,
    'g',
  )
  const four = /^(?:at )?([01]?\d|2[0-3])([0-5]\d)(?: hours)?$/g
  const only = (m: RegExpExecArray, at: number, own: string | undefined, confidence: number) => {
    const read = clock(Number(m[at]), 0, partOf(own), confidence)
    return read && { ...read, skip: m[0].search(/\d/) }
  }
  return [
    ...matchAll(text, introduced, (m) => only(m, 2, m[3], m[1] === 'is' ? 0.6 : m[1] === 'between' ? 0.75 : 0.85)),
    ...matchAll(text, wished, (m) => only(m, 1, m[2], m[1] === '1' ? 0.45 : 0.7)),
    ...matchAll(text, afterDay, (m) => only(m, 1, m[2], 0.75)),
    ...matchAll(text, beforeDay, (m) => {
      const read = clock(Number(m[1]), 0, partOf(m[2]), 0.75)
      return read && { ...read, length: (m[1] ?? '').length }
    }),
    ...matchAll(text, afterPeriod, (m) => only(m, 2, m[1], 0.9)),
    ...matchAll(text, corrected, (m) => only(m, 1, m[2], 0.75)),
    ...matchAll(text, alone, (m) => only(m, 1, undefined, 0.8)),
    ...matchAll(text, four, (m) => clock(Number(m[1]), Number(m[2]), undefined, 0.75)),
  ]
}

import { belowHundred, ordinalDay, unit } from './numbers.ts'
import { all, any, maybe, oneOf, type Rule } from './rule.ts'

const weekday = oneOf('monday|tuesday|wednesday|thursday|friday|saturday|sunday')
const month = oneOf('january|february|march|april|may|june|july|august|september|october|november|december')
const dayPart = oneOf('morning|afternoon|evening')
const hour = oneOf('one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve')
const minute = oneOf('five|ten|fifteen|twenty|twenty five|thirty|thirty five|forty|forty five|fifty|fifty five|oh five')

/** A day as spoken: "next tuesday", "the day after tomorrow", "november twenty fourth", "in two weeks". */
export const date: Rule = any(
  oneOf('today|tomorrow|the day after tomorrow|tonight|this week|next week|as soon as possible'),
  all(maybe(oneOf('next|this')), weekday, maybe(oneOf('next week'))),
  all('a week from', any(weekday, 'today', 'tomorrow')),
  all(weekday, month, maybe('the'), ordinalDay),
  all(month, maybe('the'), ordinalDay),
  all('the', ordinalDay, maybe(all('of', month))),
  all(ordinalDay, 'of', month),
  all('in', any('a', unit), oneOf('day|days|week|weeks')),
)

const inDayPart = all('in the', dayPart)
const halfDay = any('am', 'pm', inDayPart, 'at night')
const plainHour = all(hour, maybe(any(minute, "o'clock")))
/** Cannot be mistaken for a day: it may follow one without "at". */
const exactTime = any(all(hour, maybe(any(minute, "o'clock")), halfDay), oneOf('noon|midday|midnight'))
const clock = any(
  all(any(plainHour, all(oneOf('half past|quarter past|a quarter past|quarter to|a quarter to'), hour)), maybe(halfDay)),
  all(oneOf('five|ten|twenty|twenty five'), maybe('minutes'), oneOf('past|to'), hour, maybe(halfDay)),
  oneOf('noon|midday|midnight'),
)

/** A time of day as spoken: "half past three", "ten thirty in the morning", "in the evening". */
export const time: Rule = any(clock, all(maybe('in'), 'the', dayPart), dayPart)

const about = oneOf('at|around|about')

/** A day, a time, or both in either order. */
export const when: Rule = any(
  all(maybe(oneOf('on|for')), date, maybe(dayPart), maybe(any(all(about, clock), exactTime, inDayPart))),
  all(maybe(about), clock, 'on', date),
  all(any(all(about, clock), exactTime), date),
  all(maybe(any(about, 'for')), time),
)

/** Answers to "when?", "what day?", "what time?". */
export const whenAnswer: Rule = all(maybe(oneOf('maybe|how about|i would like|let us say|yes')), when)

export const duration: Rule = any(
  all(any('a', 'an', belowHundred), oneOf('minute|minutes|hour|hours|day|days|week|weeks|month|months')),
  oneOf('half an hour|an hour and a half|one and a half hours|three quarters of an hour'),
)

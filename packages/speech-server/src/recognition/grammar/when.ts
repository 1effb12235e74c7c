import { belowHundred, ordinalDay, unit } from './numbers.ts'
import { all, any, maybe, oneOf, type Rule } from './rule.ts'

const weekday = oneOf('monday|tuesday|wednesday|thursday|friday|saturday|sunday')
const month = oneOf('january|february|march|april|may|june|july|august|september|october|november|december')
const dayPart = oneOf('morning|afternoon|evening')
const hour = oneOf('one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve')
const minute = oneOf('five|ten|fifteen|twenty|twenty five|thirty|thirty five|forty|forty five|fifty|fifty five|oh five')
const halfDay = any('am', 'pm', all('in the', dayPart), 'at night', "o'clock")

/** A day as spoken: "next tuesday", "the day after tomorrow", "november twenty fourth", "in two weeks". */
export const date: Rule = any(
  oneOf('today|tomorrow|the day after tomorrow|tonight|this week|next week|as soon as possible'),
  all(maybe(oneOf('next|this|this coming')), weekday, maybe(any('next week', all('the', ordinalDay)))),
  all('a week from', any(weekday, 'today', 'tomorrow')),
  all(weekday, month, maybe('the'), ordinalDay),
  all(month, maybe('the'), ordinalDay),
  all('the', ordinalDay, maybe(all('of', month))),
  all(ordinalDay, 'of', month),
  all('in', any('a', unit), oneOf('day|days|week|weeks')),
)

const clock: Rule = any(
  all(hour, maybe(minute), maybe(halfDay), maybe(all('in the', dayPart))),
  all(oneOf('half past|quarter past|a quarter past|quarter to|a quarter to'), hour, maybe(any('am', 'pm', all('in the', dayPart)))),
  all(minute, maybe('minutes'), oneOf('past|to'), hour, maybe(any('am', 'pm', all('in the', dayPart)))),
  oneOf('noon|midday|midnight'),
)

/** A time of day as spoken: "half past three", "ten thirty in the morning", "noon". */
export const time: Rule = any(clock, all(maybe('in'), 'the', dayPart))

const prefix = maybe(oneOf('at|around|about|maybe|maybe at|how about|how about at|for|on|i would like|let us say|yes|is'))

/** A day, a time, or both in either order. */
export const when: Rule = any(
  all(maybe(oneOf('on|for')), date, maybe(dayPart), maybe(all(maybe(oneOf('at|around|about')), time))),
  all(maybe(oneOf('at|around|about')), time, maybe(oneOf('on|for')), date),
  all(maybe(oneOf('at|around|about')), time),
)

/** Answers to "when?", "what day?", "what time?". */
export const whenAnswer: Rule = all(prefix, when)

export const duration: Rule = any(
  all(any('a', 'an', belowHundred), oneOf('minute|minutes|hour|hours|day|days|week|weeks|month|months')),
  oneOf('half an hour|an hour and a half|one and a half hours|three quarters of an hour'),
)

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
const month = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/
const relativeDay = /^(?:today|tomorrow|tonight)$/
const number =
  /^(?:0+(?:st|nd|rd|th|am|pm)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty)$/

/** Words that only carry a slot's value. */
export function wordClass(word: string): 'day' | 'number' | undefined {
  if (weekday.test(word) || month.test(word) || relativeDay.test(word)) return 'day'
  return number.test(word) ? 'number' : undefined
}

export const questionWords: ReadonlySet<string> = new Set('what how when where who why which'.split(' '))

export const answerWords: ReadonlySet<string> = new Set('yes yeah yep no nope not never'.split(' '))

export const functionWords: ReadonlySet<string> = new Set(
  (
    'i a an the is am are was be been to of in on at for with my me you your it this that these do does did can could would will should ' +
    'shall please and or if there some any have has had get got just so we us our what how when where who why which um uh er oh well okay ok'
  ).split(' '),
)

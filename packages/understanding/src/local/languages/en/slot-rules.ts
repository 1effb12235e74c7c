import { createYesNo } from '../../slots/yes-no.ts'
import type { SlotRules } from '../slot-rules.ts'
import { emailRules } from './address-words.ts'
import { findDates } from './dates.ts'
import { nameRules } from './name-rules.ts'
import { findNumbers } from './numbers.ts'
import { plainWords } from './plain-words.ts'
import { findDurations, findMoney } from './quantities.ts'
import { readNumber } from './spoken-numbers.ts'
import { stem } from './stem.ts'
import { findTimes } from './times.ts'
import { functionWords } from './word-classes.ts'
import { yesNoPhrases } from './yes-no-phrases.ts'

export const englishSlots: SlotRules = {
  plainWords,
  fold: (word) => word,
  readNumber,
  dates: findDates,
  loneDay: /^(?:the )?(\d{1,2})(?: please)?$/,
  times: findTimes,
  library: {
    culture: 'en-us',
    temporal:
      /\b(?:day|days|week|weeks|month|months|fortnight|weekend|hours?|minutes?|o'clock|noon|christmas|easter|thanksgiving|halloween|new year|valentine|holiday|eve|last|first|\d+(?:st|nd|rd|th)|january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:[:.]\d\d)? ?[ap]m)\b/g,
  },
  yesNo: createYesNo(yesNoPhrases),
  numbers: findNumbers,
  money: findMoney,
  durations: findDurations,
  phone: {
    region: 'US',
    repeats: { double: 2, triple: 3, treble: 3 },
    zero: new Set(['oh', 'o', 'nought', 'nil', 'zero']),
    joining: new Set(['and', 'dash', 'hyphen', 'then', 'dot', 'extension']),
  },
  email: emailRules,
  names: nameRules,
  repair: {
    correction:
      /\b(?:no|nope|actually|i mean|i meant|meant|sorry|rather|wait|scratch that|make that|make it|correction|change (?:it|that) to|but)\b/,
    refused:
      /\b(?:not|not on|not at|not for|instead of|rather than|can't (?:do|make)|cannot (?:do|make)|can not (?:do|make)|don't (?:want|mean)|anything but|forget(?: about)?)(?: the)? $/,
  },
  choice: {
    stem,
    functionWords,
    positions: [/\b(?:the |number |option )(?:(\d)(?:st|nd|rd|th)?|(last))(?: (?:one|option|choice))?\b/, /^(?:(\d)(?:st|nd|rd|th)?)$/],
  },
}

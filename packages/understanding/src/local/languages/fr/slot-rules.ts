import { createYesNo } from '../../slots/yes-no.ts'
import type { SlotRules } from '../slot-rules.ts'
import { emailRules } from './address-words.ts'
import { findDates } from './dates.ts'
import { fold } from './fold.ts'
import { nameRules } from './name-rules.ts'
import { findNumbers } from './numbers.ts'
import { plainWords } from './plain-words.ts'
import { findDurations, findMoney } from './quantities.ts'
import { readNumber } from './spoken-numbers.ts'
import { stem } from './stem.ts'
import { findTimes } from './times.ts'
import { functionWords } from './word-classes.ts'
import { yesNoPhrases } from './yes-no-phrases.ts'

/** Without the date library: its French takes 9 s to load and 30 to 290 ms an utterance, and misreads what these rules leave over. */
export const frenchSlots: SlotRules = {
  plainWords,
  fold,
  readNumber,
  dates: findDates,
  loneDay: /^(?:le )?(\d{1,2})(?:er)?(?: s'il vous plait)?$/,
  times: findTimes,
  yesNo: createYesNo(yesNoPhrases),
  numbers: findNumbers,
  money: findMoney,
  durations: findDurations,
  phone: {
    region: 'FR',
    repeats: { double: 2, triple: 3 },
    zero: new Set(['zero', 'o']),
    joining: new Set(['et', 'puis', 'ensuite', 'tiret', 'point', 'apres']),
  },
  email: emailRules,
  names: nameRules,
  repair: {
    correction:
      /\b(?:non|nan|plutot|en fait|enfin|je veux dire|voulais dire|pardon|desolee?|excusez|attendez|correction|mettez|disons|finalement|mais)\b/,
    refused:
      /\b(?:(?:pas|non pas|sauf|ni|au lieu|plutot que?|peux pas venir|pourrai pas venir|pas libre|pas disponible|peux pas etre la|oubliez|annulez|laissez tomber)(?: (?:de|du|le|la|a|au|pour|ce))*|plutot qu'a) $/,
  },
  choice: {
    stem,
    functionWords,
    positions: [
      /\b(?:le |la |l'|numero |option |l'option |choix |celui |celle )(?:(\d)(?:er|e)?|(dernier|derniere))\b(?! (?:heures?|janvier|fevrier|mars))/,
      /^(?:(\d)(?:er|e)?)$/,
    ],
  },
}

import type { CountryCode } from 'libphonenumber-js'
import type { Day, Today } from '../slots/calendar.ts'
import type { Candidate } from '../slots/candidate.ts'
import type { TimeValue } from '../slots/clock.ts'
import type { Utterance } from '../slots/utterance.ts'

/** A number as digits (`23`, `23rd`, `2.5`) and how many words it takes. */
export type ReadNumber = { text: string; length: number }
/** Words that announce a name, with how surely one follows. `strict`: what follows must not be an everyday word ("for two", "for tomorrow"). */
export type Announcement = { words: readonly string[]; confidence: number; strict: boolean }

/** How people of a language say values. `text` is always Utterance.text: folded words, numbers as digits, joined by single spaces. */
export type SlotRules = {
  /** Lower-case words of an utterance without punctuation and hesitations. */
  plainWords(original: string): string[]
  /** A word as rules read it: without accents. */
  fold(word: string): string
  /** Reads a spelled number at this (folded) word; digits and other words give undefined and stay as they are. */
  readNumber(words: readonly string[], at: number): ReadNumber | undefined
  /** Days of the calendar, in the future unless a year was said. */
  dates(text: string, today: Today): Candidate<Day>[]
  /** All of an utterance that is only the number of a day, in group 1. */
  loneDay: RegExp
  /** Clock times. A bare hour counts after "at" and the like, or when it is all that was said. */
  times(text: string, nowMinutes: number): Candidate<TimeValue>[]
  /** The date library's culture for what the rules leave over, and the words (global) that speak of dates and times; absent where it reads little and slowly. */
  library?: { culture: 'en-us'; temporal: RegExp }
  yesNo(text: string): Candidate<boolean> | undefined
  numbers(utterance: Utterance): Candidate<number>[]
  /** In units of the currency. */
  money(utterance: Utterance): Candidate<number>[]
  /** In minutes. */
  durations(text: string): Candidate<number>[]
  phone: {
    /** Country of numbers said without a country code. */
    region: CountryCode
    /** "double five". */
    repeats: Readonly<Record<string, number>>
    zero: ReadonlySet<string>
    /** Said between digits and not part of them. */
    joining: ReadonlySet<string>
  }
  email: {
    /** Words for "@", of one to three words. */
    at: ReadonlySet<string>
    /** Words for the characters of an address, of one to three words; '' for what is no part of it ("all one word"). */
    marks: Readonly<Record<string, string>>
    /** Words that cannot belong to one. */
    outside: ReadonlySet<string>
  }
  names: {
    announcements: readonly Announcement[]
    fillers: ReadonlySet<string>
    /** What stands between two names ("jane not john"). */
    separators: ReadonlySet<string>
    /** What ends a name that nothing announced; no other follows ("john smith my number is"). */
    turns: ReadonlySet<string>
    titles: ReadonlySet<string>
    particles: ReadonlySet<string>
    /** Words that are part of sentences, not of names. */
    everyday: ReadonlySet<string>
    /** Of these a name can never consist, however it was announced. */
    grammar: ReadonlySet<string>
    firstNames: ReadonlySet<string>
    /** Closes a name that nothing announced ("Anna Smith speaking"), anywhere or only at the end. */
    closing: { anywhere: ReadonlySet<string>; atEnd: ReadonlySet<string> }
    isVerbLike(word: string): boolean
    /** Forms that no part of a name has ("j'appelle"). */
    isNoName(word: string): boolean
    /** A first and a last name said apart in one sentence. */
    firstAndLast: RegExp
    spelling: SpellingRules
  }
  repair: {
    /** Between two values: the second replaces the first. */
    correction: RegExp
    /** Before a value (at the end of what precedes it): it is refused. */
    refused: RegExp
  }
  choice: {
    stem(word: string): string
    functionWords: ReadonlySet<string>
    /** "The second one": the number in group 1, or "last" in group 2. */
    positions: readonly RegExp[]
  }
}

/** How letters are dictated. */
export type SpellingRules = {
  /** Names of letters ("zed", "i grec" as `i_grec`). */
  letters: Readonly<Record<string, string>>
  /** "Double l", "two l's". */
  repeats: Readonly<Record<string, number>>
  /** Between a letter and the word it begins ("b as in bravo"), of one to three words. */
  asIn: readonly string[]
  /** Before spelled letters ("that's spelled"), of one to three words. */
  introductions: readonly string[]
  /** Before a letter that only comments a name ("with a d"), of one to three words. */
  comments: readonly string[]
}

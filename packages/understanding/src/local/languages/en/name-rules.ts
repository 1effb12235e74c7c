import type { Announcement, SlotRules } from '../slot-rules.ts'
import { commonFirstNames, everydayWords, grammarWords } from './name-words.ts'

const announced: readonly [string, number, boolean?][] = [
  ['name is', 0.93],
  ["name's", 0.93],
  ['name of', 0.88],
  ['name', 0.8],
  ['call me', 0.88],
  ['i meant', 0.8, true],
  ['i said', 0.8, true],
  ['this is', 0.85, true],
  ["i'm", 0.82, true],
  ['i am', 0.82, true],
  ["it's", 0.82, true],
  ['it is', 0.82, true],
  ["that's", 0.72, true],
  ['make it', 0.6, true],
  ['under', 0.75, true],
  ...['son', 'daughter', 'wife', 'husband', 'mother', 'father', 'friend', 'kid', 'child'].map((relative): [string, number, boolean] => [
    relative,
    0.72,
    true,
  ]),
  ['for', 0.75, true],
]
const announcements: readonly Announcement[] = announced.map(([words, confidence, strict = false]) => ({
  words: words.split(' '),
  confidence,
  strict,
}))

const fillers = new Set(
  'yes yeah yep sure ok okay oh well so hi hello hey please thanks thank you and no sorry actually of course good morning afternoon evening'.split(
    ' ',
  ),
)
const titles = new Set('mr mrs ms miss doctor dr professor sir madam mister'.split(' '))
const particles = new Set('de da van von der den del la le di bin al el st dos du'.split(' '))

export const nameRules: SlotRules['names'] = {
  announcements,
  fillers,
  separators: new Set(['not', 'no']),
  turns: new Set(["it's", 'my']),
  titles,
  particles,
  everyday: everydayWords,
  grammar: grammarWords,
  firstNames: commonFirstNames,
  closing: { anywhere: new Set(['speaking']), atEnd: new Set(['here']) },
  isVerbLike: (word) => word.length > 5 && /(?:ing|ed|ly|able|tion)$/.test(word),
  isNoName: (word) => /(?:'(?:m|d|ll|ve|re)|n't)$/.test(word),
  firstAndLast: /\bfirst name\b.*\b(?:last|family|sur) ?name\b/,
  spelling: {
    letters: { double_u: 'w', zed: 'z', zee: 'z' },
    repeats: { double: 2, two: 2, triple: 3 },
    introductions: ['spelled', 'spelt', "that's_spelled", 'that_is_spelled', "it's_spelled", 'which_is_spelled', "that's", 'spelling'],
    comments: ['with_a', 'with_an', 'with_one', 'with_two'],
    asIn: ['as_in', 'like_in', 'for', 'like', 'as', 'is_for', 'in'],
  },
}

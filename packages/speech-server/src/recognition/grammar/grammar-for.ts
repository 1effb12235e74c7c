import { belowHundred, cardinal, digit, unit } from './numbers.ts'
import { FIRST_NAMES, LAST_NAMES } from './people.ts'
import { anywhere, shortWords, spokenWords, wishes, yesNo } from './phrases.ts'
import { all, any, byFrequency, many, maybe, oneOf, type Rule } from './rule.ts'
import { date, duration, time, when, whenAnswer } from './when.ts'

/** What the caller is expected to say; other kinds are heard as free text. */
export type GrammarRequest = { kind: string; hints: readonly string[] }

const LETTERS = oneOf('a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z')
const COMMON_WORDS = oneOf(
  'i|you|he|she|it|we|they|my|your|the|a|an|and|or|but|not|to|of|in|on|at|for|from|with|about|is|are|was|am|be|been|have|has|had|do|does|did|can|could|' +
    'will|would|should|like|want|need|know|think|get|got|go|come|see|call|called|tell|say|make|take|give|help|please|thank|thanks|yes|no|okay|' +
    'this|that|there|here|what|when|where|who|how|why|which|some|any|all|more|very|really|just|now|then|today|tomorrow|time|day|week|month|' +
    'good|bad|new|old|pain|tooth|teeth|problem|question|appointment|doctor|dentist|order|account|number|name|phone|address|insurance|price|' +
    'hours|open|closed|morning|afternoon|evening|first|last|next|because|since|after|before|again|still|also|back|out|up|down|one|two|three|' +
    'four|five|six|seven|eight|nine|ten',
)

function personName(hints: readonly string[]): Rule {
  const known = hints.map(spokenWords).filter((name) => name !== '')
  const first = byFrequency(FIRST_NAMES)
  const last = byFrequency(LAST_NAMES)
  const name = any(...known, all(first, maybe(last)), all(oneOf('mister|missus|miss|doctor'), last))
  return all(maybe(oneOf("my name is|this is|it is|it's|i am|i'm|the name is|yes")), name)
}

const phone: Rule = all(
  maybe(oneOf("my number is|it is|it's|the number is|yes")),
  maybe('plus'),
  many(any(digit, all(oneOf('double|triple'), digit))),
)

const email: Rule = all(
  many(any(LETTERS, digit, ...FIRST_NAMES, ...LAST_NAMES, oneOf('dot|dash|underscore'))),
  'at',
  oneOf('gmail|yahoo|hotmail|outlook|example|mail|icloud'),
  'dot',
  oneOf('com|org|net|co dot uk|f r|d e'),
)

function rulesFor({ kind, hints }: GrammarRequest): (Rule | null)[] {
  switch (kind) {
    case 'intent':
      return [wishes(hints, when), yesNo, whenAnswer, anywhere, shortWords]
    case 'yesNo':
    case 'boolean':
      return [yesNo, wishes(hints), anywhere]
    case 'choice':
      return [wishes(hints), anywhere]
    case 'date':
    case 'time':
    case 'dateTime':
      return [all(whenAnswer, maybe('please')), yesNo, wishes(hints), anywhere]
    case 'duration':
      return [all(maybe(oneOf('for|about')), duration), wishes(hints), anywhere]
    case 'number':
      return [all(maybe(oneOf('about|around|it is|there are')), cardinal, maybe(oneOf('people|persons|please'))), wishes(hints), anywhere]
    case 'money':
      return [
        all(cardinal, oneOf('dollars|dollar|euros|euro|pounds|cents'), maybe(all(maybe('and'), belowHundred, maybe('cents')))),
        wishes(hints),
        anywhere,
      ]
    case 'phone':
      return [phone, anywhere]
    case 'personName':
      return [personName(hints), anywhere]
    case 'email':
      return [email, wishes(hints), anywhere]
    default:
      return [many(any(COMMON_WORDS, ...hints.map(spokenWords).filter((hint) => hint !== ''), date, time)), yesNo, all(unit), anywhere]
  }
}

/** The grammar of one listening: everything the recogniser can hear. */
export function grammarFor(request: GrammarRequest): Rule {
  return { any: rulesFor(request).flatMap((rule) => rule ?? []) }
}

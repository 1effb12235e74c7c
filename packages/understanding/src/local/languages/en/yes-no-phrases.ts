import type { YesNoPhrases } from '../../slots/yes-no.ts'

const leadIn = '(?:(?:oh|well|so|and|actually|hello|hi|listen|i think|i guess|i believe|sorry) )*'

const it = '(?:that|it|this|the time|the day|everything)'
const itIs = `(?:${it}(?:'s| is| was)|that|this)`
const fine = '(?:fine|right|correct|okay|ok|good|great|perfect|true|lovely|wonderful|excellent|accurate)'

const disguisedYes = [
  'no (?:problem|worries|objections?)',
  'not a problem',
  'why not',
  `no ${itIs} (?:all )?${fine}`,
  "i (?:don't|do not) (?:mind|see why not)",
]

const noOpenings = [
  'never',
  'negative',
  'incorrect',
  'wrong',
  'false',
  'not',
  "(?:absolutely|definitely|certainly|of course|probably|maybe|better|please|i hope|i am afraid|i'm afraid|i'd rather|i would rather) not",
  "(?:please )?(?:don't|do not)",
  `${itIs} (?:not|wrong|incorrect|false)`,
  `${it} (?:isn't|wasn't|doesn't|does not|won't|will not|can't)`,
  "i (?:don't|do not|didn't|did not|can't|can not|cannot|won't|wouldn't|would not|am not|haven't|have not)",
  "i'm not",
  'you (?:got|have) (?:it|that) wrong',
]

const yesOpenings = [
  'yes|yeah|yep|yup|yah|ya|yea|aye|sure|correct|exactly|absolutely|definitely|certainly|indeed|affirmative|agreed|confirmed|uhhuh',
  'of course|by all means|please do|go ahead|go for it|you bet|for sure|no doubt|you got it|you nailed it|book it|i confirm|confirm',
  `${itIs} (?:all |exactly |absolutely |quite )*${fine}`,
  `${itIs} (?:me|it|a yes)`,
  `(?:${it} )?(?:sounds|looks|seems|works|will be|would be|should be|'ll be) (?:really |all |just |absolutely |like a )*(?:${fine}|plan)`,
  `${it} (?:works|(?:should|will|would|does) (?:work|do)|suits)`,
  'works for me',
  'i (?:do|am|have|did|would|will|can|agree|accept)(?= (?:yes|please|agree|confirm|thank)|$)',
  "i(?:'d| would) (?:love|like) (?:to|that)(?= please|$)",
  "let's do (?:it|that)",
  'do (?:it|that)',
  'i (?:think|guess|suppose|believe|hope) so',
]

const okayOpenings = [
  'ok|okay|alright|all right|right|fine|great|perfect|good|wonderful|excellent|lovely|cool|true|totally|super|please(?=$)',
]
const okayUnless =
  /^(?:good (?:morning|afternoon|evening|night|day)|right (?:now|away)|(?:ok|okay|well|right|good) (?:what|how|when|where|who|why|can|could|do|is|are)\b)/

const changes = [
  '(?:please )?change (?:it|that|the)',
  '(?:can|could|would) (?:you|we|i) (?:please |instead )?(?:change|make (?:it|that))',
  "i(?:'ve| have)? changed my mind",
  '(?:please )?make (?:it|that)',
  'instead',
  'nothing',
  "(?:that's|that is|that will be|that'll be) (?:all|everything)",
]

const sentenceEndings: YesNoPhrases['sentenceEndings'] = [
  { pattern: /^actually\b(?!.*\b(?:yes|fine|right|correct)\b)/, value: false },
  { pattern: /\b(?:is not|isn't|not) (?:right|correct|what i said|what i meant|good|true)\b|\bthat's wrong\b/, value: false },
  {
    pattern:
      /\b(?:works for me|sounds (?:good|great|fine|perfect)|is (?:correct|right|fine|perfect|good|okay|ok|great)|'s fine|would be (?:great|good|fine|perfect|lovely))\b/,
    value: true,
  },
  { pattern: /\b(?:yes|yeah|correct)(?: please)?$/, value: true },
  { pattern: /\b(?:no|nope)(?: thanks| thank you)?$/, value: false },
]

export const yesNoPhrases: YesNoPhrases = {
  leadIn,
  disguisedYes,
  disguisedNo: /^(?:yes|yeah|ok|okay|well).*\b(?:but no|actually no|but not|no wait|wait no)\b|^(?:yes|yeah|ok|okay).* no$/,
  doubleNoThenYes: /^(?:no )+(?:yes|yeah)\b/,
  plainNo: /^(?:(?:oh|well|um|yeah|sorry|actually) )*(?:no|nope|nah)\b/,
  noOpenings,
  yesOpenings,
  changes,
  okayOpenings,
  okayUnless,
  sentenceEndings,
}

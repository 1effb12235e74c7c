import type { Candidate } from './candidate.ts'

const lead = '(?:(?:oh|well|so|um|okay so|ah|i think|i guess|i believe|and|um|actually|hello|hi|listen|look) )*'
const yesInDisguise =
  /^(?:no (?:problem|worries|objections?)|why not|not a problem|no (?:that'?s|that is|it'?s|it is) (?:fine|right|correct|ok|okay|good|perfect|great)|i don't (?:mind|see why not)|i do not mind|yes no problem|can't complain)\b/
const no = new RegExp(
  `^${lead}(?:yeah no|yes no|(?:no|nope|nah|naw|negative|never|incorrect|wrong|nay)\\b|not\\b|(?:absolutely|definitely|certainly|of course|probably|maybe|i'm afraid|i'd rather|i would rather|better|please|i hope) (?:not|no)\\b|(?:please )?(?:don't|do not)\\b|no way|(?:that|it|this)(?:'s| is| was)? ?(?:not|isn't|wasn't|wrong|incorrect|false)\\b|(?:that|it|this) (?:isn't|is not|wasn't|doesn't|does not|won't)\\b|i (?:don't|do not|didn't|did not|can't|cannot|won't|wouldn't|would not|am not|haven't|have not)\\b|i'm not\\b|(?:you )?got (?:it|that) wrong)`,
)
const yes = new RegExp(
  `^${lead}(?:(?:yes|yeah|yep|yup|yah|ya|yea|aye|sure|correct|right|exactly|absolutely|definitely|certainly|indeed|affirmative|ok|okay|alright|all right|fine|perfect|great|wonderful|excellent|lovely|good|confirmed?|true|totally|mhm|mm hmm|uh huh|cool|agreed)\\b|of course|by all means|please do|go ahead|go for it|(?:that|it|this)(?:'s| is| was)? ?(?:all )?(?:right|correct|fine|good|ok|okay|great|perfect|it|true|me|a yes|exactly right|absolutely right|quite right)\\b|(?:that|this|it|which)? ?(?:sounds?|looks?|works?|would be|will be|will do|'ll do|would work) ?(?:like )?(?:a )?(?:for me|good|great|fine|perfect|right|correct|plan|ok|okay|wonderful|lovely)?(?: for me)?(?:$| )|i (?:do|am|have|did|would|will|can|agree|accept)(?:$| (?:yes|please|agree|confirm|thank))|i'd (?:love|like) (?:to|that)|i would (?:love|like) (?:to$|that)|please$|yes please|let's do (?:it|that)|do (?:it|that)\\b|book it|you got it|got it|why not|i (?:think|guess|suppose|believe) so|for sure|no doubt|you bet|make it so|that one)`,
)
const anywhere: readonly [RegExp, boolean][] = [
  [/\b(?:is not|isn't|not) (?:right|correct|what i said|what i meant|good|true)\b|\bthat's wrong\b/, false],
  [
    /\b(?:works for me|sounds (?:good|great|fine|perfect)|is (?:correct|right|fine|perfect|good|ok|okay|great)|would be (?:great|good|fine|perfect|lovely)|(?:is|'s) fine)\b|\b(?:yes|yeah|correct)(?: please)?$/,
    true,
  ],
  [/\b(?:no|nope)(?: thanks| thank you)?$/, false],
]

/** Whether an utterance says yes (true) or no (false), and how surely. */
export function findYesNo(text: string): Candidate<boolean> | undefined {
  const disguised = yesInDisguise.exec(text)
  if (disguised) return answer(disguised, true, 0.85)
  const reversed = /^(?:no )+(?:yes|yeah)\b/.exec(text)
  if (reversed) return answer(reversed, true, 0.7)
  const negative = no.exec(text)
  if (negative) return answer(negative, false, /^(?:no|nope|nah)\b/.test(text) ? 0.96 : 0.88)
  const positive = yes.exec(text)
  if (positive) {
    const turned = /\b(?:but no|actually no|but not|no wait|wait no)\b|\bno$/.exec(text)
    return turned ? answer(turned, false, 0.7) : answer(positive, true, /^(?:yes|yeah|yep|yup|correct|sure)\b/.test(text) ? 0.96 : 0.88)
  }
  for (const [pattern, value] of anywhere) {
    const match = pattern.exec(text)
    if (match) return answer(match, value, 0.7)
  }
  return undefined
}

const answer = (match: RegExpExecArray, value: boolean, confidence: number): Candidate<boolean> => ({
  value,
  confidence,
  start: match.index,
  end: match.index + match[0].trimEnd().length,
})

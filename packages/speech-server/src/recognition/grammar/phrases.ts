import { numberInWords } from './numbers.ts'
import { all, any, maybe, oneOf, type Rule } from './rule.ts'

/** A hint as it is pronounced: lower case, numbers in words, only words the grammar can hold; empty when nothing is left. */
export function spokenWords(hint: string): string {
  return hint
    .toLowerCase()
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/[’`]/g, "'")
    .replace(/\b(\d{1,6})\s*(am|pm)\b/g, '$1 $2')
    .replace(/\d{1,6}/g, (digits) => ` ${numberInWords(Number(digits))} `)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}' ]+/gu, ' ')
    .replace(/(^|\s)'+|'+(\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const OPENERS = oneOf('um|well|okay|hi|hello|yes|so')
const WISHES = [
  'i would like to',
  "i'd like to",
  'i want to',
  'i need to',
  'can i',
  'could i',
  'may i',
  'can you',
  'could you',
  'i would like',
  "i'd like",
  'i want',
  'i need',
  'please',
  'the',
  'a',
  'an',
]
const CLOSERS = oneOf('please|thank you|thanks')

/** The sentence without the wish it begins with and the politeness at its end: what remains is combined with every other wish. */
function core(phrase: string): string {
  const wish = WISHES.find((start) => phrase.startsWith(`${start} `))
  return (wish === undefined ? phrase : phrase.slice(wish.length + 1)).replace(/ (please|thank you|thanks)$/, '')
}

/** Hint phrases with an opener, a wish and politeness around them, each of them optional; `tail` may follow. Null without hints. */
export function wishes(hints: readonly string[], tail?: Rule): Rule | null {
  const phrases = new Set(hints.map(spokenWords).filter((phrase) => phrase !== ''))
  const cores = new Set([...phrases].map(core).filter((phrase) => phrase !== ''))
  for (const phrase of phrases) cores.add(phrase)
  if (cores.size === 0) return null
  const body = tail === undefined ? any(...cores) : all(any(...cores), maybe(tail))
  return all(maybe(OPENERS), maybe(any(...WISHES)), body, maybe(CLOSERS))
}

/** What people say at any point of a call; long enough not to be mistaken for an answer. */
export const anywhere: Rule = any(
  all(
    maybe(oneOf('can i|could i|i want to|i would like to|i need to|let me')),
    oneOf('talk|speak'),
    oneOf('to|with'),
    oneOf('a person|a human|someone|an agent|a real person'),
  ),
  oneOf('can you repeat that|could you repeat that please|repeat that please|say that again|what did you say|i did not understand'),
  oneOf("hold on|one moment|wait a moment|never mind|i don't know|i do not know|i am not sure"),
)

/** Short words that stand alone; only where many things can be said anyway. */
export const shortWords: Rule = oneOf('hello|goodbye|stop|cancel|help|sorry|nothing')

export const yesNo: Rule = any(
  all(
    oneOf(
      "yes|yeah|sure|okay|correct|right|exactly|absolutely|of course|yes it is|yes i am|yes i do|that's right|that is right|that's correct|" +
        "that is correct|that's fine|that works|sounds good|go ahead|please do|perfect",
    ),
    maybe(
      oneOf("please|thank you|thanks|that's right|that is right|that's correct|that's fine|that works|sure|of course|please do|perfect"),
    ),
  ),
  all(
    oneOf(
      "no|not really|no it is not|no it isn't|that's wrong|that is wrong|that is not right|not at all|i don't think so|not today|no way",
    ),
    maybe(oneOf("thank you|thanks|not really|that's wrong|that is wrong|that's all|that is all|that is not right")),
  ),
)

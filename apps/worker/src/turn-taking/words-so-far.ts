import type { Expectation, Language } from '@parley/flow-runtime'

/** Whether words sound like a whole answer, like the beginning of one, or like either. */
export type WordsSoFar = 'complete' | 'unfinished' | 'open'

/** Words nobody ends with. */
const leading: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'a an the my your his her our their this that and or but because so if when while with without to for of in on at from by about into than as is are was were am be will would could should can i we um uh er like'.split(
      ' ',
    ),
  ),
  fr: new Set(
    "un une le la les l' mon ma mes ton ta tes son sa ses notre votre leur leurs ce cette ces et ou mais parce que car donc si quand avec sans à au aux pour de du des d' en dans sur sous par chez vers est sont suis c'est je j' nous on euh heu ben alors comme qui dont".split(
      ' ',
    ),
  ),
}
/** Of those the ones that do not end a short answer either ("yes I am" does). */
const neverLast: Record<Language, ReadonlySet<string>> = {
  en: new Set('a an the my your his her our their and or but because um uh er'.split(' ')),
  fr: new Set("un une le la les l' mon ma mes ton ta tes son sa ses notre votre leur et ou mais parce du des d' euh heu".split(' ')),
}
/** Said to win time: the answer is still to come. */
const fillers: Record<Language, RegExp> = {
  en: /^(u+m+|u+h+|e+r+m?|h+m+|well|so|let me (see|think)|i think|i guess)( (u+m+|u+h+|well|so))*$/,
  fr: /^(e+u+h+|h+e+u+|h+u+m+|ben|alors|eh bien|bon|voyons|attendez|je crois|je pense)( (e+u+h+|ben|alors))*$/,
}
/** Short words that may well stand alone although they also lead: "that", "I am", "so". */
const shortAnswer = 2
/** Digits of a telephone number that can be dialled; France has 10, North America 10, the shortest numbers of a country 8. */
const phoneDigits = 10
const fewestPhoneDigits = 7

const affirmations: Record<Language, RegExp> = {
  en: /^(yes|yeah|yep|yup|no|nope|okay|ok|sure|correct|right|exactly|of course|that's right|not really|no thanks?|yes please|no thank you)$/,
  fr: /^(oui|ouais|non|si|ok|d'accord|exactement|bien sûr|tout à fait|c'est ça|oui merci|non merci|pas du tout|s'il vous plaît)$/,
}

const digitWords: Record<Language, RegExp> = {
  en: /\b(zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/g,
  fr: /\b(zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf)\b/g,
}

/** How far an answer of this kind has come with these words (as the recogniser writes them). Decides how long to wait for more. */
export function wordsSoFar(text: string, kind: Expectation['kind'], language: Language): WordsSoFar {
  const plain = text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[.,!?…]+/g, '')
    .trim()
  if (plain === '') return 'open'
  if (kind === 'phone') return phoneSoFar(plain, language)
  if (affirmations[language].test(plain)) return 'complete'
  if (kind === 'email') return /(\.|dot|point) ?(com|org|net|fr|de|uk|io|eu|ca|be|ch)$/.test(plain) ? 'complete' : 'unfinished'
  if (fillers[language].test(plain)) return 'unfinished'
  const said = plain.split(/\s+/)
  if (kind === 'yesNo' || kind === 'boolean' || kind === 'choice') return neverLast[language].has(said.at(-1) ?? '') ? 'unfinished' : 'open'
  return said.length >= shortAnswer && leading[language].has(said.at(-1) ?? '') ? 'unfinished' : 'open'
}

function phoneSoFar(plain: string, language: Language): WordsSoFar {
  const digits = (plain.match(/\d/g) ?? []).length + (plain.match(digitWords[language]) ?? []).length
  if (digits >= phoneDigits) return 'complete'
  return digits < fewestPhoneDigits ? 'unfinished' : 'open'
}

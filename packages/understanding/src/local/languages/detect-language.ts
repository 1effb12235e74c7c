import { type Language, language as languageCode } from '@parley/flow-runtime'
import { languages } from './languages.ts'
import { createPieceModel, type PieceModel } from './piece-model.ts'

type Profile = { language: Language; words: ReadonlySet<string>; wordsOf(text: string): string[]; pieces: PieceModel }

const wordWeight = 2.5
const pieceWeight = 0.3
const sureFrom = 0.85
/** With no word that only one language has, so many letters are needed before their order counts. */
const lettersWithoutWords = 24

/**
 * The language of an utterance, by words that only one language has and by the order of letters; undefined when it is too short to tell
 * ("ok", a name, a number) or could be several. `confidence` is 0.85 to 1.
 */
export function detectLanguage(text: string): { language: Language; confidence: number } | undefined {
  const scored = profiles().map((profile, _, all) => {
    const others = all.filter((other) => other !== profile)
    const own = profile.wordsOf(text).filter((word) => profile.words.has(word) && !others.some((other) => other.words.has(word)))
    const strength = own.reduce((sum, word) => sum + (word.length > 1 ? 1 : 0.5), 0)
    return { language: profile.language, strength, score: wordWeight * strength + pieceWeight * profile.pieces.likelihood(text) }
  })
  const [best, second] = scored.sort((a, b) => b.score - a.score)
  if (!best || !second) return undefined
  const letters = text.replace(/[^\p{L}]/gu, '').length
  if (best.strength < 1 && letters < lettersWithoutWords) return undefined
  const confidence = 1 / (1 + Math.exp(second.score - best.score))
  return confidence >= sureFrom ? { language: best.language, confidence } : undefined
}

let known: readonly Profile[] | undefined
/** Learnt once, from the words and sentences in the folder of each language. */
function profiles(): readonly Profile[] {
  known ??= languageCode.options.map((language) => {
    const { vocabulary, slots } = languages[language]
    return {
      language,
      words: new Set([...vocabulary.functionWords, ...slots.names.everyday, ...slots.names.grammar].flatMap(vocabulary.wordsOf)),
      wordsOf: vocabulary.wordsOf,
      pieces: createPieceModel([...vocabulary.background, ...slots.names.everyday]),
    }
  })
  return known
}

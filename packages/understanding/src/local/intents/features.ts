import type { Vocabulary } from '../languages/vocabulary.ts'
import { lexiconOf } from './lexicon.ts'

/** Counts by feature name. The first letter is the kind: w word, m meaning, b pair of words, c piece of a word. */
export type Features = { counts: ReadonlyMap<string, number>; contentStems: readonly string[] }

const functionWordWeight = 0.65
const skippedPairWeight = 0.5
const valueWeight = 0.3
const pieceSizes = [3, 4, 5]

/** What the classifier sees of an utterance: stemmed words and meanings, pairs, and pieces of 3 to 5 letters (these survive misheard endings). */
export function featuresOf(vocabulary: Vocabulary, text: string): Features {
  const { functionWords, questionWords, answerWords } = vocabulary
  const lexicon = lexiconOf(vocabulary)
  const counts = new Map<string, number>()
  const add = (feature: string, weight: number) => counts.set(feature, (counts.get(feature) ?? 0) + weight)
  const words = vocabulary.wordsOf(text)
  const stems = words.map(vocabulary.stem)
  const classes = words.map(vocabulary.wordClass)
  const tokens = stems.map((stem, at) => classes[at] ?? stem)
  const weights = words.map((word) => (functionWords.has(word) && !questionWords.has(word) ? functionWordWeight : 1))
  const contentStems: string[] = []

  tokens.forEach((token, at) => {
    const word = words[at] ?? ''
    const weight = weights[at] ?? 1
    add(`w:${token}`, weight)
    const own = lexicon.ofWord(token)
    for (const meaning of own) add(`m:${meaning}`, 1 / Math.sqrt(own.length))
    const phrase = lexicon.ofPhrase(stems, at)
    for (const meaning of phrase) add(`m:${meaning}`, 1 / Math.sqrt(phrase.length))
    if (classes[at]) add(`w:=${word}`, valueWeight)
    else {
      for (const piece of piecesOf(word)) add(piece, weight)
      if (!functionWords.has(word) && !answerWords.has(word)) contentStems.push(own[0] === undefined ? token : `~${own[0]}`)
    }
  })
  const padded = ['^', ...tokens, '$']
  for (let at = 0; at + 1 < padded.length; at++) add(`b:${padded[at]} ${padded[at + 1]}`, 1)
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (weights[at] === 1 && weights[at + 2] === 1) add(`b:${tokens[at]} ${tokens[at + 2]}`, skippedPairWeight)
  }
  return { counts, contentStems }
}

function* piecesOf(word: string): Generator<string> {
  const framed = ` ${word} `
  for (const size of pieceSizes) for (let at = 0; at + size <= framed.length; at++) yield `c:${framed.slice(at, at + size)}`
}

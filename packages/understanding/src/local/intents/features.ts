import { stem } from './stem.ts'
import { functionWords, meaningOf, wordClass } from './word-classes.ts'
import { wordsOf } from './words.ts'

/** Counts by feature name. The first letter is the kind: w word, b pair of words, c piece of a word. */
export type Features = { counts: ReadonlyMap<string, number>; contentStems: readonly string[] }

const functionWordWeight = 0.65
const skippedPairWeight = 0.5
const meaningWeight = 0.7
const pieceSizes = [3, 4, 5]

/** What the classifier sees of an utterance: stemmed words and meanings, pairs, and pieces of 3 to 5 letters (these survive misheard endings). */
export function featuresOf(text: string): Features {
  const counts = new Map<string, number>()
  const add = (feature: string, weight: number) => counts.set(feature, (counts.get(feature) ?? 0) + weight)
  const words = wordsOf(text)
  const tokens = words.map((word) => wordClass(word) ?? stem(word))
  const weights = words.map((word) => (functionWords.has(word) ? functionWordWeight : 1))
  const contentStems: string[] = []

  tokens.forEach((token, at) => {
    const word = words[at] ?? ''
    add(`w:${token}`, weights[at] ?? 1)
    const meaning = meaningOf(token)
    if (meaning !== undefined) add(`w:~${meaning}`, meaningWeight)
    const slotWord = wordClass(word) !== undefined
    if (slotWord) add(`w:=${word}`, 0.3)
    else for (const piece of piecesOf(word)) add(piece, weights[at] ?? 1)
    if (!slotWord && !functionWords.has(word)) contentStems.push(meaning === undefined ? token : `~${meaning}`)
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

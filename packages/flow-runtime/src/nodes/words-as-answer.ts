import type { NodeContext } from '../node-type.ts'
import type { VariableDeclaration } from '../variables.ts'

const longestNameWords = 5

/** Free text, and names no engine knows, are taken as they were said, if they were heard well. */
export function wordsAsAnswer({ type }: VariableDeclaration, words: string, confidence: number, { head }: NodeContext): string | undefined {
  if (words === '' || confidence < head.settings.understanding.threshold) return undefined
  if (type === 'text') return words
  if (type !== 'personName' || words.split(/\s+/).length > longestNameWords || isSpelledOut(words)) return undefined
  return words.replace(/[.,!?]+$/, '')
}

/** Letters are for the engine to put together. */
const isSpelledOut = (words: string) => /^\p{L}(?:[\s.,-]+\p{L}){1,}[.,!?]*$/u.test(words)

import type { Language, UiText } from '../text.ts'
import { readLimits } from './limits.ts'
import { nearest } from './nearest.ts'
import { type Path, pathText } from './path-text.ts'
import { type ReadCode, readMessages } from './read-messages.ts'

/** Why a document is not read, in the language that was asked for. */
export type ReadProblem = {
  code: ReadCode
  /** Where, such as `nodes[3].data.maxTries`; '' is the whole document. */
  path: string
  expected: string
  found: string
  /** A sentence that says all of it and what to do. */
  message: string
  /** NOT_JSON only: counted from 1. */
  line?: number
  column?: number
}

type Finding = {
  expected: UiText
  found: UiText
  /** The word that stands there, and those that could have been meant. */
  meant?: { word: string; known: readonly string[] }
  line?: number
  column?: number
}
/** Notes a problem; false once no more are wanted. */
export type ReadReport = (code: ReadCode, path: Path, finding: Finding) => boolean

const wholeDocument: UiText = { en: 'The document', fr: 'Le document' }
const didYouMean: UiText = { en: ' Did you mean “{name}”?', fr: ' Vouliez-vous dire « {name} » ?' }

/** Collects the first problems of a document, each once. */
export function readReporter(problems: ReadProblem[], locale: Language): ReadReport {
  return (code, path, { expected, found, meant, line, column }) => {
    if (problems.length >= readLimits.problems) return false
    const at = pathText(path)
    if (problems.some((known) => known.code === code && known.path === at && known.found === found[locale])) return true
    const problem: ReadProblem = { code, path: at, expected: expected[locale], found: found[locale], message: '' }
    if (line !== undefined) Object.assign(problem, { line, column })
    const close = meant && nearest(meant.word, meant.known)
    const values: Record<string, string> = {
      place: placeWords(at, line, column, locale),
      expected: problem.expected,
      found: problem.found,
      hint: close === undefined ? '' : didYouMean[locale].replace('{name}', () => close),
    }
    const message = readMessages[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    problems.push({ ...problem, message })
    return problems.length < readLimits.problems
  }
}

function placeWords(at: string, line: number | undefined, column: number | undefined, locale: Language): string {
  if (line !== undefined) return { en: `line ${line}, column ${column}`, fr: `la ligne ${line}, colonne ${column}` }[locale]
  return at === '' ? wholeDocument[locale] : at
}

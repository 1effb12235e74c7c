import type { Language, UiText } from '../text.ts'
import { readLimits } from './limits.ts'
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

type Finding = { expected: UiText; found: UiText /** What was probably meant. */; nearest?: string; line?: number; column?: number }
export type ReadReport = (code: ReadCode, path: Path, finding: Finding) => void

const wholeDocument: UiText = { en: 'The document', fr: 'Le document' }
const didYouMean: UiText = { en: ' Did you mean “{name}”?', fr: ' Vouliez-vous dire « {name} » ?' }

/** Collects the first problems of a document. */
export function readReporter(problems: ReadProblem[], locale: Language): ReadReport {
  return (code, path, { expected, found, nearest, line, column }) => {
    if (problems.length >= readLimits.problems) return
    const at = pathText(path)
    const problem: ReadProblem = { code, path: at, expected: expected[locale], found: found[locale], message: '' }
    if (line !== undefined) Object.assign(problem, { line, column })
    const values: Record<string, string> = {
      place: placeWords(at, line, column, locale),
      expected: problem.expected,
      found: problem.found,
      hint: nearest === undefined ? '' : didYouMean[locale].replace('{name}', () => nearest),
    }
    const message = readMessages[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    problems.push({ ...problem, message })
  }
}

function placeWords(at: string, line: number | undefined, column: number | undefined, locale: Language): string {
  if (line !== undefined) return { en: `line ${line}, column ${column}`, fr: `la ligne ${line}, colonne ${column}` }[locale]
  return at === '' ? wholeDocument[locale] : at
}

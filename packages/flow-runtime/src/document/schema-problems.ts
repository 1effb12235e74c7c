import type * as z from 'zod'
import type { UiText } from '../text.ts'
import { eitherOf, foundWords, kindWords, oneOf, same } from './expected-words.ts'
import type { Path } from './path-text.ts'
import type { ReadReport } from './read-problem.ts'
import { valueAt } from './value-at.ts'

type Issue = z.core.$ZodIssue

/**
 * FIELD_MISSING, TYPE_WRONG, VALUE_NOT_ALLOWED, NODE_TYPE_UNKNOWN: what Zod found, as a place, what was expected and what
 * is there. False when no more are wanted.
 */
export function schemaProblems(issues: readonly Issue[], document: unknown, report: ReadReport, at: Path = []): boolean {
  return issues.every((issue) => {
    const path: Path = [...at, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))]
    // Names that do not belong there are found by fieldProblems, which can say what would.
    if (issue.code === 'unrecognized_keys' || issue.code === 'invalid_key') return true
    const deeper = issue.code === 'invalid_union' ? meantAlternative(issue.errors) : undefined
    if (deeper) return schemaProblems(deeper, document, report, path)
    const value = valueAt(document, path)
    const [expected, names] = expectation(issue)
    const meant = typeof value === 'string' ? { word: value, known: names } : undefined
    return report(codeOf(issue, value, path), path, { expected, found: foundWords(value), meant })
  })
}

function codeOf(issue: Issue, value: unknown, path: Path) {
  if (value === undefined) return 'FIELD_MISSING'
  if (issue.code === 'invalid_type') return 'TYPE_WRONG'
  if (issue.code !== 'invalid_union') return 'VALUE_NOT_ALLOWED'
  if (issue.errors.length > 0) return 'TYPE_WRONG'
  return path.at(-1) === 'type' && path.at(-3) === 'nodes' ? 'NODE_TYPE_UNKNOWN' : 'VALUE_NOT_ALLOWED'
}

/** The alternative of a union that fits the kind of the value and fails only further inside. */
const meantAlternative = (alternatives: readonly (readonly Issue[])[]) =>
  alternatives.find((issues) => issues.length > 0 && !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0))

/** What is expected, and the names to choose from if there are some. */
function expectation(issue: Issue): [UiText, string[]] {
  switch (issue.code) {
    case 'invalid_type':
      return [kindWords(issue.expected), []]
    case 'invalid_value': {
      const names = issue.values.map(String)
      return [oneOf(names), names]
    }
    case 'invalid_union': {
      const names = 'options' in issue && issue.options ? issue.options.map(String) : []
      if (issue.errors.length === 0) return [oneOf(names), names]
      return [eitherOf(issue.errors.flatMap((errors) => errors.slice(0, 1).map((error) => expectation(error)[0]))), []]
    }
    case 'too_small':
      return [atLeast(issue.origin, issue.minimum, issue.inclusive), []]
    case 'too_big':
      return [atMost(issue.origin, issue.maximum, issue.inclusive), []]
    case 'invalid_format':
      return [formWords(issue.pattern ?? issue.format), []]
    default:
      return [same(issue.message), []]
  }
}

const counted: Readonly<Record<string, UiText>> = {
  string: { en: ' characters', fr: ' caractères' },
  array: { en: ' entries', fr: ' entrées' },
}

function atLeast(origin: string, minimum: number | bigint, inclusive = true): UiText {
  const unit = counted[origin] ?? same('')
  return {
    en: `${inclusive ? 'at least' : 'more than'} ${minimum}${unit.en}`,
    fr: `${inclusive ? 'au moins' : 'plus de'} ${minimum}${unit.fr}`,
  }
}

function atMost(origin: string, maximum: number | bigint, inclusive = true): UiText {
  const unit = counted[origin] ?? same('')
  return {
    en: `${inclusive ? 'at most' : 'less than'} ${maximum}${unit.en}`,
    fr: `${inclusive ? 'au plus' : 'moins de'} ${maximum}${unit.fr}`,
  }
}

function formWords(form: string): UiText {
  if (form === '/^[a-z][A-Za-z0-9]*$/') {
    return {
      en: 'a name of letters and digits that begins with a small letter',
      fr: 'un nom de lettres et de chiffres qui commence par une minuscule',
    }
  }
  return { en: `a text of the form ${form}`, fr: `un texte de la forme ${form}` }
}

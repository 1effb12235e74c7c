import type { Operation } from '../operations/operation.ts'
import type { Language } from '../text.ts'
import { type FixCode, fixLabels } from './catalogue/fix-labels.ts'
import { type ProblemCode, problemCatalogue } from './catalogue/problem-catalogue.ts'
import type { Problem } from './problem.ts'

/** A problem before it has words: what was found and where. */
export type Finding = {
  code: ProblemCode
  /** Absent: as the catalogue says. */
  severity?: Problem['severity']
  nodeId?: string
  outcome?: string
  field?: string
  /** Fills the sentence's `{name}`s. */
  values?: Readonly<Record<string, string>>
  fix?: { code: FixCode; values?: Readonly<Record<string, string>>; operation: Operation }
}

/** The problem in words. */
export function problemOf({ code, severity, nodeId, outcome, field, values = {}, fix }: Finding, locale: Language): Problem {
  const entry = problemCatalogue[code]
  const problem: Problem = { code, severity: severity ?? entry.severity, message: filled(entry.message[locale], values) }
  if (nodeId !== undefined) problem.nodeId = nodeId
  if (outcome !== undefined) problem.outcome = outcome
  if (field !== undefined) problem.field = field
  if (fix) problem.fix = { label: filled(fixLabels[fix.code][locale], fix.values ?? {}), operation: fix.operation }
  return problem
}

const filled = (sentence: string, values: Readonly<Record<string, string>>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

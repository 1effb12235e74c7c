import type { CatalogueEntry } from './entry.ts'
import { formProblems } from './form-problems.ts'
import { graphProblems } from './graph-problems.ts'
import { listeningProblems } from './listening-problems.ts'
import { ruleProblems } from './rule-problems.ts'
import { subflowProblems } from './subflow-problems.ts'
import { valueProblems } from './value-problems.ts'

/** Every problem the checker can find, by its code. Codes are stable; sentences may change. */
export const problemCatalogue = {
  ...graphProblems,
  ...formProblems,
  ...valueProblems,
  ...listeningProblems,
  ...subflowProblems,
  ...ruleProblems,
} as const satisfies Record<string, CatalogueEntry>

export type ProblemCode = keyof typeof problemCatalogue

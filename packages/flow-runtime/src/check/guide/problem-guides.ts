import type { ProblemCode } from '../catalogue/problem-catalogue.ts'
import { formGuide } from './form-guide.ts'
import { graphGuide } from './graph-guide.ts'
import { listeningGuide } from './listening-guide.ts'
import type { ProblemGuide } from './problem-guide.ts'
import { ruleGuide } from './rule-guide.ts'
import { subflowGuide } from './subflow-guide.ts'
import { valueGuide } from './value-guide.ts'

/** The guide to every problem of the catalogue. Kept apart from it: a page that checks flows has no need of it. */
export const problemGuides: Readonly<Record<ProblemCode, ProblemGuide>> = {
  ...graphGuide,
  ...formGuide,
  ...valueGuide,
  ...listeningGuide,
  ...subflowGuide,
  ...ruleGuide,
}

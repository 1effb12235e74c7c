import type { UiText } from '../../text.ts'
import type { Problem } from '../problem.ts'

/** All that is said about a problem: in the studio, on the command line and in docs/problems.md. */
export type CatalogueEntry = {
  /** Usual severity; some problems are an error in the flow's first language and a warning in the others. */
  severity: Problem['severity']
  /** One plain sentence in the second person; `{name}` is filled in. */
  message: UiText
  /** What it means for callers. */
  meaning: UiText
  remedy: UiText
  example: UiText
}

import type { UiText } from '../../text.ts'
import type { Problem } from '../problem.ts'

/** What is said about a problem in the studio and on the command line. What it means and what to do stands in `../guide`, for docs/problems.md. */
export type CatalogueEntry = {
  /** Usual severity; some problems are an error in the flow's first language and a warning in the others. */
  severity: Problem['severity']
  /** One plain sentence in the second person; `{name}` is filled in. */
  message: UiText
}

import type { UiText } from '../../text.ts'

/** How an author understands a problem and puts it right. */
export type ProblemGuide = {
  /** What it means for callers. */
  meaning: UiText
  remedy: UiText
  example: UiText
}

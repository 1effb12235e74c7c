import type { Language } from '@parley/flow-runtime'
import { comparisonLines, type FlowComparison } from '@parley/flow-runtime/compare'

const mostLines = 6

/** What changed, short enough to be the message of a version; what only moved is left out. '' when nothing else differs. */
export function changeSummary(comparison: FlowComparison, locale: Language): string {
  const lines = comparisonLines(comparison, locale)
    .filter(({ mark }) => mark !== '>')
    .map(({ mark, text }) => `${mark} ${text}`)
  return lines.length > mostLines ? [...lines.slice(0, mostLines - 1), `… +${lines.length - mostLines + 1}`].join('\n') : lines.join('\n')
}

import { indexOf } from '../flow-index.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import { outcomeLabel } from '../outcome-labels.ts'
import { reachableNodes } from './graph.ts'
import type { Check } from './problem.ts'

/** OPEN_OUTCOME, and TRANSFER_WITHOUT_FAILURE_PATH for a transfer: every way out of a used node leads somewhere. */
export const checkOutcomes: Check = (flow, report, { locale = 'en' }) => {
  const index = indexOf(flow)
  for (const node of reachableNodes(flow)) {
    const code = node.type === 'transfer' ? 'TRANSFER_WITHOUT_FAILURE_PATH' : 'OPEN_OUTCOME'
    for (const outcome of nodeTypeOf(node).outcomes(node.data, flow)) {
      if (index.edge(node.id, outcome)) continue
      report(code, 'error', { node, outcome, values: { outcome: outcomeLabel(outcome, locale) } })
    }
  }
}

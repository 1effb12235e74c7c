import { type Flow, type FlowNode, isKnownNode, type Language, outcomeLabel, outcomesOf } from '@parley/flow-runtime'
import { headOf } from './head-of.ts'

type Outcomes = readonly { name: string; label: string }[]
type Kept = { head: Flow; locale: Language; outcomes: Outcomes }
const kept = new WeakMap<FlowNode, Kept>()

/**
 * A node's outcomes in the reader's words; the same list as long as neither the node nor what it looks at changed. Those of a node of
 * an unknown type are the ones its connections name.
 */
export function outcomesIn(flow: Flow, node: FlowNode, locale: Language): Outcomes {
  if (!isKnownNode(node)) return namedByEdges(flow, node.id, locale)
  const head = headOf(flow)
  const known = kept.get(node)
  if (known?.head === head && known.locale === locale) return known.outcomes
  const outcomes = outcomesOf(node, flow, locale)
  kept.set(node, { head, locale, outcomes })
  return outcomes
}

function namedByEdges(flow: Flow, id: string, locale: Language): Outcomes {
  const names = new Set(flow.edges.filter(({ source }) => source === id).map(({ sourceHandle }) => sourceHandle))
  return [...names].map((name) => ({ name, label: outcomeLabel(name, locale) }))
}

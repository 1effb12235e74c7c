import { outcomesOf } from '../../outcome-labels.ts'
import type { Finding } from '../finding.ts'
import type { NodeFacts } from '../node/node-facts.ts'
import { type FlowGraph, isOptional } from './flow-graph.ts'
import type { GraphCheck } from './graph-check.ts'

/** OPEN_OUTCOME, and TRANSFER_WITHOUT_FAILURE_PATH for a transfer: every way out of a used node leads somewhere. */
export const checkOutcomes: GraphCheck = (graph, report) => {
  const { facts, firstSlot, target, reachable, flow, surroundings } = graph
  for (let number = 0; number < facts.length; number += 1) {
    const own = facts[number]
    if (!own || reachable[number] !== 1) continue
    for (let at = 0; at < own.outcomes.length; at += 1) {
      const outcome = own.outcomes[at] ?? ''
      if (target[(firstSlot[number] ?? 0) + at] !== -1 || isOptional(own, outcome)) continue
      const { node, type } = own
      const code = type.type === 'transfer' ? 'TRANSFER_WITHOUT_FAILURE_PATH' : 'OPEN_OUTCOME'
      const label = outcomesOf(node, flow, surroundings.locale).find(({ name }) => name === outcome)?.label ?? outcome
      report({ code, nodeId: node.id, outcome, values: { outcome: label }, fix: toTheEnd(graph, own, outcome) })
    }
  }
}

/** Leads the outcome to an end that is there already. */
function toTheEnd({ facts, flow }: FlowGraph, { node }: NodeFacts, outcome: string): Finding['fix'] {
  const end = facts.find(({ type, outcomes }) => type.endsCall && outcomes.length === 0)
  const id = `${node.id}-${outcome}`
  if (!end || flow.edges.some((edge) => edge.id === id)) return undefined
  const edge = { id, source: node.id, sourceHandle: outcome, target: end.node.id }
  return { code: 'connectToEnd', operation: { type: 'connect', edge } }
}

import type { Flow } from '../flow.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import { renameInNodes } from './rename-in-nodes.ts'

/** The same flow when the node has no outcome of that name that its author gave, or has one of the new name. */
export function renameOutcome(flow: Flow, id: string, from: string, to: string): Flow {
  const node = flow.nodes.find((existing) => existing.id === id)
  const outcomes = node ? nodeTypeOf(node).outcomes(node.data, flow) : []
  if (!outcomes.includes(from) || outcomes.includes(to)) return flow
  return renameInNodes(flow, { kind: 'outcome', from, to }, (other) => other === node)
}

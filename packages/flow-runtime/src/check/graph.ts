import type { Flow, FlowNode } from '../flow.ts'
import { indexOf } from '../flow-index.ts'
import { nodeTypeOf } from '../node-type-of.ts'

/** The nodes one step away, over edges that leave by an outcome the node really has. */
export function successors(flow: Flow, node: FlowNode): FlowNode[] {
  const index = indexOf(flow)
  const outcomes = nodeTypeOf(node).outcomes(node.data, flow)
  const next: FlowNode[] = []
  for (const [outcome, edge] of index.edgesFrom(node.id)) {
    const target = index.node(edge.target)
    if (target && outcomes.includes(outcome)) next.push(target)
  }
  return next
}

const reachableOf = new WeakMap<Flow, Set<FlowNode>>()

/** Every node a call can come to. */
export function reachableNodes(flow: Flow): Set<FlowNode> {
  const known = reachableOf.get(flow)
  if (known) return known
  const start = indexOf(flow).node(flow.start)
  const reached = new Set<FlowNode>(start ? [start] : [])
  // A set is walked in the order of insertion, including what is added on the way.
  for (const node of reached) for (const next of successors(flow, node)) reached.add(next)
  reachableOf.set(flow, reached)
  return reached
}

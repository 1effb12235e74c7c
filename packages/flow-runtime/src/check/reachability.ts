import type { FlowNode } from '../flow.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import { reachableNodes, successors } from './graph.ts'
import type { Check } from './problem.ts'

/** UNREACHABLE_NODE and DEAD_END: every node is used, and from every used node the call can end. */
export const checkReachability: Check = (flow, report) => {
  const reachable = reachableNodes(flow)
  if (reachable.size === 0) return
  for (const node of flow.nodes) if (!reachable.has(node)) report('UNREACHABLE_NODE', 'warning', { node })

  const sources = new Map<FlowNode, FlowNode[]>()
  const leaves: FlowNode[] = []
  const ends: FlowNode[] = []
  for (const node of reachable) {
    const next = successors(flow, node)
    if (nodeTypeOf(node).endsCall) ends.push(node)
    else if (next.length === 0) leaves.push(node)
    for (const target of next) sources.set(target, [...(sources.get(target) ?? []), node])
  }
  // The cause is named, not everything that leads to it: an unfinished leaf, or a circle without a way out.
  const explained = leadingTo([...ends, ...leaves], sources)
  for (const leaf of leaves) report('DEAD_END', 'error', { node: leaf })
  for (const node of reachable) if (!explained.has(node)) report('DEAD_END', 'error', { node })
}

function leadingTo(targets: readonly FlowNode[], sources: ReadonlyMap<FlowNode, readonly FlowNode[]>): Set<FlowNode> {
  const found = new Set(targets)
  for (const node of found) for (const source of sources.get(node) ?? []) found.add(source)
  return found
}

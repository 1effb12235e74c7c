import { type Flow, type FlowEdge, outcomesOf } from '@parley/flow-runtime'
import { nodeById } from '../state/flow-lookup.ts'

/** The row of its card an edge leaves from, counted from 0. */
export function rowOf(flow: Flow, edge: FlowEdge): number {
  const node = nodeById(flow, edge.source)
  return node
    ? Math.max(
        0,
        outcomesOf(node, flow).findIndex(({ name }) => name === edge.sourceHandle),
      )
    : 0
}

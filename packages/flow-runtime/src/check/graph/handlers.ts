import type { FlowGraph } from './flow-graph.ts'
import { eachNext, isOptional, outcomeAt } from './flow-graph.ts'
import type { GraphCheck } from './graph-check.ts'

/** RETURN_WITHOUT_WISH: an edge back into a handler is only taken by calls that a wish took away from somewhere. */
export const checkReturns: GraphCheck = (graph, report) => {
  const { facts, start, byMachine } = graph
  const open = [start, ...byMachine].filter((number) => number >= 0)
  const seen = new Set(open)
  for (const number of seen) {
    const own = facts[number]
    const isHandler = own?.type.entered === 'byIntent'
    const goesBack = isHandler && !hasReturnEdge(graph, number)
    if (goesBack && number === start) report({ code: 'RETURN_WITHOUT_WISH', nodeId: own.node.id })
    eachNext(graph, number, (next, slot) => {
      const outcome = outcomeAt(graph, number, slot)
      // Without a wish a handler is left by the outcome that goes back, wherever its edge leads.
      if (own && isHandler && !isOptional(own, outcome)) return
      if (facts[next]?.type.entered === 'byIntent' && !hasReturnEdge(graph, next)) {
        const edge = graph.flow.edges.find(({ source, sourceHandle }) => source === own?.node.id && sourceHandle === outcome)
        const fix = edge && { code: 'removeEdge' as const, operation: { type: 'disconnect' as const, id: edge.id } }
        report({ code: 'RETURN_WITHOUT_WISH', nodeId: own?.node.id, outcome, fix })
      } else seen.add(next)
    })
  }
}

function hasReturnEdge(graph: FlowGraph, number: number): boolean {
  const own = graph.facts[number]
  let found = false
  eachNext(graph, number, (_, slot) => {
    found ||= own !== undefined && isOptional(own, outcomeAt(graph, number, slot))
  })
  return found
}

import { eachNext, type FlowGraph } from './flow-graph.ts'
import type { GraphCheck } from './graph-check.ts'

/** UNREACHABLE_NODE and DEAD_END: every node is used, and from every used node the call can end. */
export const checkReaching: GraphCheck = (graph, report) => {
  const { facts, reachable, start } = graph
  if (start < 0) return
  for (const [number, { node }] of facts.entries()) {
    if (reachable[number] === 1) continue
    report({ code: 'UNREACHABLE_NODE', nodeId: node.id, fix: { code: 'removeNode', operation: { type: 'removeNode', id: node.id } } })
  }
  const { isExplained, leaves } = endings(graph)
  for (const number of leaves) report({ code: 'DEAD_END', nodeId: facts[number]?.node.id })
  for (const [number, { node }] of facts.entries()) {
    if (reachable[number] === 1 && isExplained[number] !== 1) report({ code: 'DEAD_END', nodeId: node.id })
  }
}

/**
 * The cause is named, not everything that leads to it: an unfinished leaf, or a circle without a way out. A way out is an end, also one
 * that a wish leads to from a listening node; and what leads back into a handler goes where the caller was.
 */
function endings(graph: FlowGraph): { isExplained: Uint8Array; leaves: number[] } {
  const { facts, reachable, byIntent } = graph
  const sources: number[][] = facts.map(() => [])
  const leaves: number[] = []
  const ends: number[] = []
  const backs: number[] = []
  for (const [number, { type }] of facts.entries()) {
    if (reachable[number] !== 1) continue
    let leads = 0
    let isBack = type.optionalOutcomes !== undefined
    eachNext(graph, number, (next) => {
      leads += 1
      if (facts[next]?.type.entered === 'byIntent') isBack = true
      else sources[next]?.push(number)
    })
    if (isBack) backs.push(number)
    if (type.endsCall) ends.push(number)
    else if (leads === 0 && !isBack) leaves.push(number)
  }
  const isExplained = new Uint8Array(facts.length)
  mark(backs, sources, isExplained)
  const listening = byIntent.length === 0 ? [] : [...facts.keys()].filter((number) => facts[number]?.listens)
  for (const handler of byIntent) sources[handler]?.push(...listening)
  mark([...ends, ...leaves], sources, isExplained)
  return { isExplained, leaves }
}

/** Marks what leads to the nodes; what is marked already may lead on from elsewhere, so each call walks on its own. */
function mark(nodes: readonly number[], sources: readonly (readonly number[])[], marks: Uint8Array): void {
  const seen = new Uint8Array(marks.length)
  const open = [...nodes]
  for (const number of nodes) seen[number] = 1
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    marks[number] = 1
    for (const source of sources[number] ?? []) {
      if (seen[source] === 1) continue
      seen[source] = 1
      open.push(source)
    }
  }
}

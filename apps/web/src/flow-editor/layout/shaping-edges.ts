import type { Flow, FlowEdge } from '@parley/flow-runtime'

/** Connections over more layers than this do not shape the layout. */
const mostLayers = 6

/**
 * The connections that say where cards belong: those that lead onward to a layer not far away. The others lead back to where a caller
 * came from, or to what everything leads to in the end; on their way past many layers they would push cards apart.
 */
export function shapingEdges(flow: Flow): ReadonlySet<string> {
  const leaving = new Map<string, FlowEdge[]>()
  for (const edge of flow.edges) leaving.set(edge.source, [...(leaving.get(edge.source) ?? []), edge])
  const { back, order } = walk(flow, leaving)
  const layers = new Map<string, number>()
  const layerOf = (id: string) => layers.get(id) ?? 0
  const onward = order.flatMap((id) => (leaving.get(id) ?? []).filter((edge) => !back.has(edge)))
  for (const { source, target } of onward) layers.set(target, Math.max(layerOf(target), layerOf(source) + 1))
  return new Set(onward.filter(({ source, target }) => layerOf(target) - layerOf(source) <= mostLayers).map(({ id }) => id))
}

/** Goes all ways from the start, then from nodes not met before: the connections that lead back, and the nodes so that all others lead onward. */
function walk(flow: Flow, leaving: ReadonlyMap<string, readonly FlowEdge[]>): { back: ReadonlySet<FlowEdge>; order: readonly string[] } {
  const back = new Set<FlowEdge>()
  const met = new Set<string>()
  const left: string[] = []
  const onTheWay = new Set<string>()
  const way: { id: string; edges: Iterator<FlowEdge> }[] = []
  const enter = (id: string) => {
    if (met.has(id)) return
    met.add(id)
    onTheWay.add(id)
    way.push({ id, edges: (leaving.get(id) ?? [])[Symbol.iterator]() })
  }
  for (const from of [flow.start, ...flow.nodes.map(({ id }) => id)]) {
    enter(from)
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const { done, value: edge } = here.edges.next()
      if (done) {
        onTheWay.delete(here.id)
        left.push(here.id)
        way.pop()
      } else if (onTheWay.has(edge.target)) back.add(edge)
      else enter(edge.target)
    }
  }
  return { back, order: left.reverse() }
}

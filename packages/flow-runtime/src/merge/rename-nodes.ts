import type { Flow } from '../flow.ts'

/** The flow with other ids for some of its nodes; its connections and its start go along. */
export function renameNodes(flow: Flow, names: ReadonlyMap<string, string>): Flow {
  if (names.size === 0 || !flow.nodes.some(({ id }) => names.has(id))) return flow
  const name = (id: string) => names.get(id) ?? id
  return {
    ...flow,
    start: name(flow.start),
    nodes: flow.nodes.map((node) => (names.has(node.id) ? { ...node, id: name(node.id) } : node)),
    edges: flow.edges.map((edge) =>
      names.has(edge.source) || names.has(edge.target) ? { ...edge, source: name(edge.source), target: name(edge.target) } : edge,
    ),
  }
}

import type { Flow, FlowEdge, FlowNode } from './flow.ts'

type FlowIndex = {
  node(id: string): FlowNode | undefined
  /** The edge that leaves a node by an outcome. */
  edge(source: string, outcome: string): FlowEdge | undefined
  edgesFrom(source: string): ReadonlyMap<string, FlowEdge>
}

const indexes = new WeakMap<Flow, FlowIndex>()
const noEdges: ReadonlyMap<string, FlowEdge> = new Map()

/** Looks up nodes and edges in constant time; built once per flow object, which is never changed in place. */
export function indexOf(flow: Flow): FlowIndex {
  const known = indexes.get(flow)
  if (known) return known
  const nodes = new Map<string, FlowNode>()
  for (const node of flow.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node)
  const edges = new Map<string, Map<string, FlowEdge>>()
  for (const edge of flow.edges) {
    const from = edges.get(edge.source) ?? new Map<string, FlowEdge>()
    if (!from.has(edge.sourceHandle)) from.set(edge.sourceHandle, edge)
    edges.set(edge.source, from)
  }
  const index: FlowIndex = {
    node: (id) => nodes.get(id),
    edge: (source, outcome) => edges.get(source)?.get(outcome),
    edgesFrom: (source) => edges.get(source) ?? noEdges,
  }
  indexes.set(flow, index)
  return index
}

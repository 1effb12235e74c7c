import type { Flow, FlowEdge, FlowNode } from '@parley/flow-runtime'

type Lookup = { nodes: ReadonlyMap<string, FlowNode>; edges: ReadonlyMap<string, FlowEdge> }

const lookups = new WeakMap<Flow, Lookup>()
const edgeKey = (source: string, outcome: string) => `${source}\n${outcome}`

function lookupOf(flow: Flow): Lookup {
  const known = lookups.get(flow)
  if (known) return known
  const made: Lookup = {
    nodes: new Map(flow.nodes.map((node) => [node.id, node])),
    edges: new Map(flow.edges.map((edge) => [edgeKey(edge.source, edge.sourceHandle), edge])),
  }
  lookups.set(flow, made)
  return made
}

export const nodeById = (flow: Flow, id: string): FlowNode | undefined => lookupOf(flow).nodes.get(id)
/** The edge that leaves a node by an outcome. */
export const edgeFrom = (flow: Flow, source: string, outcome: string): FlowEdge | undefined =>
  lookupOf(flow).edges.get(edgeKey(source, outcome))

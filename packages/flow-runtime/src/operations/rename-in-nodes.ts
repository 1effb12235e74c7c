import { changedFields, type ReferenceKind } from '../document/field-references.ts'
import type { Flow, FlowNode } from '../flow.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import { changeEach } from './change-each.ts'
import { withRewritten } from './change-node.ts'

/** The flow after an intent or an outcome got another name in some of its nodes; the edges that left by it follow. */
export function renameInNodes(
  flow: Flow,
  { kind, from, to }: { kind: Extract<ReferenceKind, 'intent' | 'outcome'>; from: string; to: string },
  isMeant: (node: FlowNode) => boolean = () => true,
): Flow {
  const changed = new Map<string, FlowNode>()
  const nodes = changeEach(flow.nodes, (node) => {
    if (!isMeant(node)) return node
    const after = withRewritten(
      node,
      changedFields(node, (seen, text) => (seen === kind && text === from ? to : text)),
    )
    if (after !== node && !changed.has(node.id)) changed.set(node.id, after)
    return after
  })
  if (nodes === flow.nodes) return flow
  return { ...flow, nodes, edges: edgesFollow(flow, changed, from, to) }
}

/** An edge stays where the old outcome is still there, or the new one has an edge already. */
function edgesFollow(flow: Flow, changed: ReadonlyMap<string, FlowNode>, from: string, to: string): Flow['edges'] {
  const taken = new Set(flow.edges.flatMap((edge) => (edge.sourceHandle === to ? [edge.source] : [])))
  const ids = new Set(flow.edges.map(({ id }) => id))
  return changeEach(flow.edges, (edge) => {
    const node = edge.sourceHandle === from && !taken.has(edge.source) ? changed.get(edge.source) : undefined
    const outcomes = node ? nodeTypeOf(node).outcomes(node.data, flow) : []
    if (!outcomes.includes(to) || outcomes.includes(from)) return edge
    taken.add(edge.source)
    // Ids made of the outcome are made anew: the old one may be wanted for another edge.
    const id = `${edge.source}-${to}-${edge.target}`
    return { ...edge, id: ids.has(id) ? edge.id : id, sourceHandle: to }
  })
}

import { sameValue } from '../compare/same-value.ts'
import { keepUnknown } from '../document/keep-unknown.ts'
import { type Flow, type FlowNode, flowNode } from '../flow.ts'

/** The flow with one node changed; the same flow when there is no such node or it comes back as it is. */
export function changeNode(flow: Flow, id: string, change: (node: FlowNode) => FlowNode): Flow {
  const before = flow.nodes.find((node) => node.id === id)
  if (!before) return flow
  const after = change(before)
  return after === before ? flow : { ...flow, nodes: flow.nodes.map((node) => (node === before ? after : node)) }
}

/**
 * The node with fields of its data replaced; the same node when they are not valid or say what it says already. Of
 * fields its type does not know it keeps its own and takes none.
 */
export function withData(node: FlowNode, fields: Readonly<Record<string, unknown>>): FlowNode {
  const changed = flowNode.safeParse({ ...node, data: { ...node.data, ...fields } })
  if (!changed.success) return node
  const after = withFieldsOf(node, changed.data)
  return sameValue(node.data, after.data) ? node : after
}

/** The node with fields of its data rewritten from its own, whatever else is in them. */
export function withRewritten(node: FlowNode, fields: Readonly<Record<string, unknown>>): FlowNode {
  if (Object.keys(fields).length === 0) return node
  const rewritten = { ...node, data: { ...node.data, ...fields } }
  const changed = flowNode.safeParse(rewritten)
  return changed.success ? keepUnknown(changed.data, rewritten) : node
}

const withFieldsOf = <N extends { data: object }>(old: { data: object }, node: N): N => ({
  ...old,
  ...node,
  data: { ...old.data, ...node.data },
})

import { fieldsInUse } from '../fields-in-use.ts'
import type { Flow, FlowNode } from '../flow.ts'
import type { FieldHint } from '../node-type.ts'
import { nodeTypeOf } from '../node-type-of.ts'

export type NodeField = { node: FlowNode; name: string; hint: FieldHint; value: unknown }

const fieldsOf = new WeakMap<Flow, NodeField[]>()

/** Every field of every node with the studio's hint, which tells what the value is. */
export function nodeFields(flow: Flow): NodeField[] {
  const known = fieldsOf.get(flow)
  if (known) return known
  const fields = flow.nodes.flatMap((node) => {
    const data: Record<string, unknown> = node.data
    return fieldsInUse(nodeTypeOf(node).editor.fields, data).map(({ name, hint }) => ({ node, name, hint, value: data[name] }))
  })
  fieldsOf.set(flow, fields)
  return fields
}

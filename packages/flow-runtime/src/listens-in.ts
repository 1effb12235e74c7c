import type { FlowNode } from './flow.ts'
import { nodeTypeOf } from './node-type-of.ts'

/** Whether the call waits for the contact's words each time it comes by this node, as it is configured. */
export function listensIn(node: FlowNode): boolean {
  const { listens } = nodeTypeOf(node)
  return typeof listens === 'boolean' ? listens : listens(node.data)
}

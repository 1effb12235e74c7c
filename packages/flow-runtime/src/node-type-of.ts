import type { FlowNode } from './flow.ts'
import type { AnyNodeType } from './node-type.ts'
import { nodeTypes } from './nodes/index.ts'

/** The one place where the union is widened: a node's data was parsed with its own type's schema. */
export const nodeTypeOf = (node: FlowNode): AnyNodeType => nodeTypes[node.type]

import type { FlowNode } from './flow.ts'
import type { AnyNodeType } from './node-type.ts'
import { nodeTypes } from './nodes/index.ts'
import { unknownNodeType } from './unknown-node-type.ts'

/** Whether this release knows the node's type; false only in a draft that another release has written. */
export const isKnownNode = (node: { type: string }): boolean => Object.hasOwn(nodeTypes, node.type)

/** The one place where the union is widened: a node's data was parsed with its own type's schema. */
export const nodeTypeOf = (node: FlowNode): AnyNodeType => (isKnownNode(node) ? nodeTypes[node.type] : unknownNodeType)

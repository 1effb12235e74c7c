import * as z from 'zod'
import type { Flow, FlowNode } from '../flow.ts'
import { isKnownNode } from '../node-type-of.ts'
import type { Document } from './migrations/migration.ts'

const shell = z.looseObject({ id: z.string().min(1), type: z.string().min(1), position: z.looseObject({ x: z.number(), y: z.number() }) })

type SetAside = { document: Document; unknown: ReadonlyMap<number, FlowNode> }

/**
 * Takes nodes of types that this release does not know out of a document, with a node of a known type in the place of each, so that
 * the rest can be read and places stay what they are.
 */
export function setAsideUnknown(document: Document): SetAside {
  const { nodes } = document
  const unknown = new Map<number, FlowNode>()
  if (!Array.isArray(nodes)) return { document, unknown }
  const known = nodes.map((node: unknown, index) => {
    const read = shell.safeParse(node)
    if (!read.success || isKnownNode(read.data)) return node
    // Parsed as far as anybody may look into it: everything else asks its type, which answers for unknown ones.
    unknown.set(index, node as FlowNode)
    return { id: read.data.id, type: 'say', position: read.data.position, data: {} }
  })
  return unknown.size === 0 ? { document, unknown } : { document: { ...document, nodes: known }, unknown }
}

/** Puts them back, byte for byte as they were. */
export const withUnknown = (flow: Flow, unknown: SetAside['unknown']): Flow =>
  unknown.size === 0 ? flow : { ...flow, nodes: flow.nodes.map((node, index) => unknown.get(index) ?? node) }

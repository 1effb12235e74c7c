import * as z from 'zod'
import { flowHead } from './flow-head.ts'
import { type NodeType, type NodeTypes, nodeTypes } from './nodes/index.ts'

const position = z.object({ x: z.number(), y: z.number() })

/** Derived, so a node type cannot be in the registry and missing from the document schema. */
type NodeSchema = {
  [T in NodeType]: z.ZodObject<{ id: z.ZodString; type: z.ZodLiteral<T>; position: typeof position; data: NodeTypes[T]['config'] }>
}[NodeType]

const nodeSchemas = Object.values(nodeTypes).map((nodeType) =>
  z.object({ id: z.string().min(1), type: z.literal(nodeType.type), position, data: nodeType.config }),
) as unknown as [NodeSchema, ...NodeSchema[]]

/** React Flow's own saved form; what only the editor needs (selected, measured, …) is dropped. */
export const flowNode = z.discriminatedUnion('type', nodeSchemas)
export const flowEdge = z.object({ id: z.string().min(1), source: z.string(), sourceHandle: z.string(), target: z.string() })
/** A text beside the nodes, for people only; as a frame it stands behind them and names what is inside. */
export const flowNote = z.object({
  id: z.string().min(1),
  position,
  text: z.string(),
  /** In pixels of the canvas; absent: as large as its text. */
  size: z.object({ width: z.number().positive(), height: z.number().positive() }).optional(),
  frame: z.boolean().optional(),
})

const flowBody = flowHead.extend({
  nodes: z.array(flowNode).default([]),
  edges: z.array(flowEdge).default([]),
  notes: z.array(flowNote).default([]),
})

/** The document a tenant draws and a call runs. `subflows` holds the versions its subflow nodes run, theirs included, by key. */
export const flow = flowBody.extend({ subflows: z.record(z.string().min(1), flowBody).default({}) })

export type FlowNode = z.output<typeof flowNode>
export type FlowEdge = z.output<typeof flowEdge>
export type FlowNote = z.output<typeof flowNote>
export type Flow = z.output<typeof flow>

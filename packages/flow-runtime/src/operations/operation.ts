import * as z from 'zod'
import { flow, flowEdge, flowNode, flowNote } from '../flow.ts'
import { flowHead, intentDeclaration } from '../flow-head.ts'
import { settings } from '../settings.ts'
import { language } from '../text.ts'
import { variableDeclaration } from '../variables.ts'

const id = z.string().min(1)
const position = z.object({ x: z.number(), y: z.number() })

const single = [
  /** The first node of an empty flow becomes its start. */
  z.object({ type: z.literal('addNode'), node: flowNode }),
  z.object({ type: z.literal('moveNode'), id, position }),
  /** Replaces the named fields of a node's data; the others stay. */
  z.object({ type: z.literal('updateNode'), id, data: z.record(z.string(), z.json()) }),
  /** Removes the node with the edges at it. */
  z.object({ type: z.literal('removeNode'), id }),
  /** Nodes under the ids they are to have, with edges among them only; declares what they need and the flow does not have. */
  z.object({
    type: z.literal('pasteNodes'),
    nodes: z.array(flowNode).min(1),
    edges: z.array(flowEdge),
    variables: z.array(variableDeclaration),
    intents: z.array(intentDeclaration),
  }),
  /** Renames an outcome that the author named; its edge goes with it. */
  z.object({ type: z.literal('renameOutcome'), id, from: z.string(), to: z.string().min(1) }),
  /** Between two nodes that exist. An outcome leads to one node: an earlier edge from it gives way. */
  z.object({ type: z.literal('connect'), edge: flowEdge }),
  z.object({ type: z.literal('disconnect'), id }),
  /** '' for no start. */
  z.object({ type: z.literal('setStart'), id: z.string() }),
  z.object({ type: z.literal('addVariable'), variable: variableDeclaration }),
  /** Replaces the declaration called `name`; a new name goes to every place that uses the variable. */
  z.object({ type: z.literal('updateVariable'), name: z.string(), variable: variableDeclaration }),
  /** Removes the declaration; the checker names the places that still use it. */
  z.object({ type: z.literal('removeVariable'), name: z.string() }),
  z.object({ type: z.literal('setVariables'), variables: z.array(variableDeclaration) }),
  z.object({ type: z.literal('addIntent'), intent: intentDeclaration }),
  /** Replaces the declaration called `name`; a new name goes to the nodes that listen for it and to their edges. */
  z.object({ type: z.literal('updateIntent'), name: z.string(), intent: intentDeclaration }),
  /** Removes the declaration; the checker names the nodes that still listen for it. */
  z.object({ type: z.literal('removeIntent'), name: z.string() }),
  z.object({ type: z.literal('setIntents'), intents: z.array(intentDeclaration) }),
  z.object({ type: z.literal('setSettings'), settings }),
  z.object({ type: z.literal('setLanguages'), languages: z.array(language).min(1) }),
  z.object({ type: z.literal('setNotes'), notes: z.array(flowNote) }),
  /** How the flow is used as a subflow. */
  z.object({ type: z.literal('setInterface'), interface: flowHead.shape.interface }),
  /** The flows it can run as subflows, by key. */
  z.object({ type: z.literal('setSubflows'), subflows: flow.shape.subflows }),
  z.object({ type: z.literal('rename'), name: z.string() }),
  /** Another document in place of this one, such as an earlier version. */
  z.object({ type: z.literal('replaceFlow'), flow }),
] as const

const singleOperation = z.discriminatedUnion('type', single)

/** One edit of a flow, as a value: applied in the browser at once and on the server when it saves. */
export const operation = z.discriminatedUnion('type', [
  ...single,
  /** Several edits that are one to the author, and to undo. */
  z.object({ type: z.literal('batch'), operations: z.array(singleOperation) }),
])

export type SingleOperation = z.output<typeof singleOperation>
export type Operation = z.output<typeof operation>

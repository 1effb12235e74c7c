import type { Flow, FlowEdge, FlowNode } from '../flow.ts'
import type { IntentDeclaration } from '../flow-head.ts'
import type { Language } from '../text.ts'
import type { VariableDeclaration } from '../variables.ts'

export type Change<T> = { before: T; after: T }
/** A text of every language that has one on either side; '' where it has none. */
export type TextChange = { language: Language; before: string; after: string }
/** A field, inner ones as `silence.waitMs`, with its JSON values; undefined where it is not there. */
export type FieldChange = { field: string; before: unknown; after: unknown /** Of a text the caller hears. */; texts?: TextChange[] }
export type SampleChange = { language: Language; added: string[]; removed: string[] }

type Note = Flow['notes'][number]

/**
 * What makes the second of two flows differ from the first. Nothing is said twice: a node that only stands elsewhere is
 * moved, not changed. The order of nodes, edges, notes, variables, intents and samples, and the ids of edges, mean nothing.
 */
export type FlowComparison = {
  isSame: boolean
  name?: Change<string>
  languages?: Change<readonly Language[]>
  /** Of the first node; not when it only has another id. */
  start?: Change<string>
  settings: FieldChange[]
  interface: FieldChange[]
  nodes: {
    added: FlowNode[]
    removed: FlowNode[]
    /** Type or data; `id` is the one in the second flow. */
    changed: { id: string; node: Change<FlowNode>; fields: FieldChange[] }[]
    moved: { id: string; position: Change<FlowNode['position']> }[]
    /** Nodes with another id and nothing else. */
    renamed: Change<string>[]
  }
  edges: { added: FlowEdge[]; removed: FlowEdge[] /** The same outcome leads elsewhere. */; retargeted: Change<FlowEdge>[] }
  variables: { added: VariableDeclaration[]; removed: VariableDeclaration[]; changed: { name: string; fields: FieldChange[] }[] }
  intents: {
    added: IntentDeclaration[]
    removed: IntentDeclaration[]
    changed: { name: string; fields: FieldChange[]; samples: SampleChange[] }[]
  }
  notes: { added: Note[]; removed: Note[]; changed: Change<Note>[] }
  subflows: { added: string[]; removed: string[]; changed: { name: string; comparison: FlowComparison }[] }
}

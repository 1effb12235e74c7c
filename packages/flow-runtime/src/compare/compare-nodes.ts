import type { Body } from '../document/flow-bodies.ts'
import type { FlowNode } from '../flow.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { FieldChange, FlowComparison } from './comparison.ts'
import { fieldChanges } from './field-changes.ts'
import { matchEntries } from './match-entries.ts'
import { sameValue } from './same-value.ts'

/** Nodes by id, those with a new id by `renamed` (old id → new id). */
export function compareNodes(before: Body, after: Body, renamed: ReadonlyMap<string, string>): FlowComparison['nodes'] {
  const { added, removed, both } = matchEntries(
    before.nodes,
    after.nodes,
    ({ id }) => renamed.get(id) ?? id,
    ({ id }) => id,
  )
  const first = { before: before.languages[0] ?? 'en', after: after.languages[0] ?? 'en' }
  const changed = both.map((node) => ({ id: node.after.id, node, fields: nodeFieldChanges(node.before, node.after, first) }))
  const moved = both.filter((node) => !sameValue(node.before.position, node.after.position))
  return {
    added,
    removed,
    changed: changed.filter(({ fields }) => fields.length > 0),
    moved: moved.map((node) => ({ id: node.after.id, position: { before: node.before.position, after: node.after.position } })),
    renamed: [...renamed].map(([from, to]) => ({ before: from, after: to })),
  }
}

function nodeFieldChanges(before: FlowNode, after: FlowNode, first: Parameters<typeof fieldChanges>[2]['first']): FieldChange[] {
  if (before === after) return []
  const { fields } = nodeTypeOf(after).editor
  const isText = (field: string) => fields[field]?.widget === 'localizedText'
  const type = before.type === after.type ? [] : [{ field: 'type', before: before.type, after: after.type }]
  return [...type, ...fieldChanges({ ...before.data }, { ...after.data }, { isText, first })]
}

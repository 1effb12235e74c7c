import type { Body } from '../document/flow-bodies.ts'
import type { FlowComparison } from './comparison.ts'
import { matchEntries } from './match-entries.ts'

/** Edges by the outcome they leave, whatever their ids; nodes that only have a new id count as the same. */
export function compareEdges(before: Body, after: Body, renamed: ReadonlyMap<string, string>): FlowComparison['edges'] {
  const name = (id: string) => renamed.get(id) ?? id
  const { added, removed, both } = matchEntries(
    before.edges,
    after.edges,
    ({ source, sourceHandle }) => JSON.stringify([name(source), sourceHandle]),
    ({ source, sourceHandle }) => JSON.stringify([source, sourceHandle]),
  )
  return { added, removed, retargeted: both.filter((edge) => name(edge.before.target) !== edge.after.target) }
}

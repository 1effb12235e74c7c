import { sameValue } from '../compare/same-value.ts'
import type { Flow } from '../flow.ts'

/** The other flow, with every part that says the same taken from this one: what is remembered of a part stays true. */
export function replaceFlow(flow: Flow, other: Flow): Flow {
  if (sameValue(flow, other)) return flow
  const kept: Flow = { ...other, nodes: keepEach(flow.nodes, other.nodes), edges: keepEach(flow.edges, other.edges) }
  if (sameValue(flow.variables, other.variables)) kept.variables = flow.variables
  if (sameValue(flow.intents, other.intents)) kept.intents = flow.intents
  if (sameValue(flow.settings, other.settings)) kept.settings = flow.settings
  return kept
}

function keepEach<T extends { id: string }>(before: T[], after: T[]): T[] {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const entries = after.map((entry) => {
    const old = known.get(entry.id)
    return old !== undefined && sameValue(old, entry) ? old : entry
  })
  return entries.length === before.length && entries.every((entry, index) => entry === before[index]) ? before : entries
}

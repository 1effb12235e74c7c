import type { Body } from '../document/flow-bodies.ts'
import { compareEdges } from './compare-edges.ts'
import { compareIntents } from './compare-intents.ts'
import { compareNodes } from './compare-nodes.ts'
import type { Change, FlowComparison } from './comparison.ts'
import { fieldChanges } from './field-changes.ts'
import { matchEntries } from './match-entries.ts'
import { renamedNodes } from './renamed-nodes.ts'
import { sameValue } from './same-value.ts'

type Comparable = Body & { subflows?: Readonly<Record<string, Body>> }

/** What a flow says that another did not: two versions, or a version and the draft. */
export function compareFlows(before: Comparable, after: Comparable): FlowComparison {
  const renamed = renamedNodes(before, after)
  const first = { before: before.languages[0] ?? 'en', after: after.languages[0] ?? 'en' }
  const variables = matchEntries(before.variables, after.variables, ({ name }) => name)
  const notes = matchEntries(before.notes, after.notes, ({ id }) => id)
  const changedVariables = variables.both.map((pair) => ({
    name: pair.after.name,
    fields: fieldChanges({ ...pair.before }, { ...pair.after }, { isText: () => false, first }),
  }))
  const parts: Omit<FlowComparison, 'isSame'> = {
    name: changeOf(before.name, after.name),
    languages: changeOf(before.languages, after.languages),
    start: renamed.get(before.start) === after.start ? undefined : changeOf(before.start, after.start),
    settings: fieldChanges({ ...before.settings }, { ...after.settings }, { first }),
    interface: fieldChanges({ ...before.interface }, { ...after.interface }, { first }),
    nodes: compareNodes(before, after, renamed),
    edges: compareEdges(before, after, renamed),
    variables: { added: variables.added, removed: variables.removed, changed: changedVariables.filter(({ fields }) => fields.length > 0) },
    intents: compareIntents(before, after),
    notes: { added: notes.added, removed: notes.removed, changed: notes.both.filter((note) => !sameValue(note.before, note.after)) },
    subflows: compareSubflows(before.subflows ?? {}, after.subflows ?? {}),
  }
  return { isSame: Object.values(parts).every(isEmpty), ...parts }
}

const changeOf = <T>(before: T, after: T): Change<T> | undefined => (sameValue(before, after) ? undefined : { before, after })

/** Nothing, an empty list, or an object of only such. */
function isEmpty(part: unknown): boolean {
  if (part === undefined) return true
  if (Array.isArray(part)) return part.length === 0
  return typeof part === 'object' && part !== null && Object.values(part).every((inner) => Array.isArray(inner) && inner.length === 0)
}

function compareSubflows(before: Readonly<Record<string, Body>>, after: Readonly<Record<string, Body>>): FlowComparison['subflows'] {
  const { added, removed, both } = matchEntries(Object.entries(before), Object.entries(after), ([name]) => name)
  const changed = both.map((pair) => ({ name: pair.after[0], comparison: compareFlows(pair.before[1], pair.after[1]) }))
  return {
    added: added.map(([name]) => name),
    removed: removed.map(([name]) => name),
    changed: changed.filter(({ comparison }) => !comparison.isSame),
  }
}

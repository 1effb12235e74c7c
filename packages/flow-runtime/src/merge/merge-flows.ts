import type * as z from 'zod'
import { sameValue } from '../compare/same-value.ts'
import type { Flow } from '../flow.ts'
import { flowHead, intentDeclaration } from '../flow-head.ts'
import type { Operation } from '../operations/operation.ts'
import { replaceFlow } from '../operations/replace-flow.ts'
import { settings } from '../settings.ts'
import { variableDeclaration } from '../variables.ts'
import { mergeEdges } from './merge-edges.ts'
import { mergeEntries } from './merge-entries.ts'
import { mergeNodes } from './merge-nodes.ts'
import { mergeTexts, mergeValue } from './merge-value.ts'
import type { MergeConflict, MergedFlow } from './merged-flow.ts'
import { renameNodes } from './rename-nodes.ts'

/**
 * Two drafts that began as `base`, as one that has the changes of both. Different nodes, fields, languages of a text, connections and
 * declarations merge; of one that both changed, mine stays and theirs is on offer; what one took out and the other worked on stays.
 * Parts that nobody changed keep their identity.
 */
export function mergeFlows(base: Flow, mine: Flow, theirs: Flow): MergedFlow {
  if (sameValue(base, theirs) || sameValue(mine, theirs)) return { flow: mine, conflicts: [], kept: [], renamed: new Map() }
  if (sameValue(base, mine)) return { flow: replaceFlow(mine, theirs), conflicts: [], kept: [], renamed: new Map() }
  const renamed = newIds(base, mine, theirs)
  const own = renameNodes(mine, renamed)
  const conflicts: MergeConflict[] = []
  const graph = mergeNodes(base, own, theirs)
  const nodeIds = new Set(graph.nodes.map(({ id }) => id))
  const edges = mergeEdges(base, own, theirs, { nodeIds, kept: new Set(graph.kept) })

  const told = <T>(field: string, own: T, other: T, take: Operation): T => {
    conflicts.push({ field, mine: own, theirs: other, take })
    return own
  }
  const parsed = <T>(schema: z.ZodType<T>, before: T | undefined, own: T, other: T, field: string, take: Operation): T => {
    const { value, clashes } = mergeValue(before, own, other)
    const read = schema.safeParse(value)
    if (clashes.length > 0 || !read.success) told(field, own, other, take)
    return read.success ? read.data : own
  }
  const part = <P extends keyof Flow>(field: P, merge: (before: Flow[P], mine: Flow[P], theirs: Flow[P]) => Flow[P]): Flow[P] => {
    if (sameValue(base[field], theirs[field])) return own[field]
    if (sameValue(base[field], own[field])) return theirs[field]
    return merge(base[field], own[field], theirs[field])
  }

  const flow: Flow = {
    ...theirs,
    ...own,
    name: part('name', (_, own, other) => (own === other ? own : told('name', own, other, { type: 'rename', name: other }))),
    languages: part('languages', (before, own, other) => {
      const both = mergeTexts(before, own, other)
      return both.length > 0 ? both : own
    }),
    settings: part('settings', (before, own, other) =>
      parsed(settings, before, own, other, 'settings', { type: 'setSettings', settings: other }),
    ),
    interface: part('interface', (before, own, other) =>
      parsed(flowHead.shape.interface, before, own, other, 'interface', { type: 'setInterface', interface: other }),
    ),
    variables: part('variables', (before, own, other) =>
      mergeEntries(before, own, other, {
        keyOf: ({ name }) => name,
        both: (before, own, other) =>
          parsed(variableDeclaration, before, own, other, own.name, { type: 'updateVariable', name: own.name, variable: other }),
      }),
    ),
    intents: part('intents', (before, own, other) =>
      mergeEntries(before, own, other, {
        keyOf: ({ name }) => name,
        both: (before, own, other) =>
          parsed(intentDeclaration, before, own, other, own.name, { type: 'updateIntent', name: own.name, intent: other }),
      }),
    ),
    notes: part('notes', (before, own, other) =>
      mergeEntries(before, own, other, {
        keyOf: ({ id }) => id,
        both: (_, own, other) => told(own.id, own, other, { type: 'setNotes', notes: theirs.notes }),
      }),
    ),
    subflows: part('subflows', (before, own, other) =>
      Object.fromEntries(
        mergeEntries(Object.entries(before), Object.entries(own), Object.entries(other), {
          keyOf: ([name]) => name,
          both: (_, own, other) => told(own[0], own, other, { type: 'setSubflows', subflows: theirs.subflows }),
        }),
      ),
    ),
    nodes: sameEntries(own.nodes, graph.nodes) ? own.nodes : graph.nodes,
    edges: edges.edges,
    start: startOf(base, own, theirs, nodeIds),
  }
  return { flow, conflicts: [...conflicts, ...graph.conflicts, ...edges.conflicts], kept: graph.kept, renamed }
}

const sameEntries = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((entry, index) => entry === b[index])

/** Free ids for nodes both added under one id, though they are not the same node. */
function newIds(base: Flow, mine: Flow, theirs: Flow): Map<string, string> {
  const known = new Set(base.nodes.map(({ id }) => id))
  const others = new Map(theirs.nodes.map((node) => [node.id, node]))
  const taken = new Set([...known, ...others.keys(), ...mine.nodes.map(({ id }) => id)])
  const names = new Map<string, string>()
  for (const node of mine.nodes) {
    const other = others.get(node.id)
    if (known.has(node.id) || !other || sameValue(other, node)) continue
    let number = 2
    while (taken.has(`${node.type}${number}`)) number++
    names.set(node.id, `${node.type}${number}`)
    taken.add(`${node.type}${number}`)
  }
  return names
}

/** The first node that somebody chose and that is there; one that stays though it was taken out is the start still. */
function startOf(base: Flow, mine: Flow, theirs: Flow, nodeIds: ReadonlySet<string>): string {
  const chosen = (flow: Flow) => (flow.start === '' && !flow.nodes.some(({ id }) => id === base.start) ? base.start : flow.start)
  const [own, other] = [chosen(mine), chosen(theirs)]
  const wanted = own === base.start ? [other, own] : [own, other]
  const [first = ''] = wanted
  if (first === '') return ''
  const isGone = [base, mine, theirs].some(({ nodes }) => nodes.some(({ id }) => id === first))
  return wanted.find((id) => nodeIds.has(id)) ?? (isGone ? '' : first)
}

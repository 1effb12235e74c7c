import { sameValue } from '../compare/same-value.ts'
import type { Flow, FlowEdge, FlowNode } from '../flow.ts'
import { apply } from './apply.ts'
import type { Operation, SingleOperation } from './operation.ts'

/** Beyond, the whole document is the shorter edit, and quicker to apply. */
const mostEdits = 100

/**
 * The edit that makes `to` of `from`, as small edits where there are few and they say all of it (they may leave nodes
 * and edges in another order), else as the whole document.
 */
export function editsBetween(from: Flow, to: Flow): Operation {
  const edits: SingleOperation[] = [...partEdits(from, to), ...graphEdits(from, to)]
  if (edits.length <= mostEdits) {
    const result = apply(from, { type: 'batch', operations: edits })
    const last: SingleOperation[] = result.start === to.start ? [] : [{ type: 'setStart', id: to.start }]
    const operation = asOne([...edits, ...last])
    if (saysTheSame(apply(from, operation), to)) return operation
  }
  return { type: 'replaceFlow', flow: to }
}

function asOne(operations: SingleOperation[]): Operation {
  const [only, ...more] = operations
  return only && more.length === 0 ? only : { type: 'batch', operations }
}

function partEdits(from: Flow, to: Flow): SingleOperation[] {
  const edits: SingleOperation[] = []
  if (from.name !== to.name) edits.push({ type: 'rename', name: to.name })
  if (!sameValue(from.languages, to.languages)) edits.push({ type: 'setLanguages', languages: to.languages })
  if (!sameValue(from.settings, to.settings)) edits.push({ type: 'setSettings', settings: to.settings })
  if (!sameValue(from.variables, to.variables)) edits.push({ type: 'setVariables', variables: to.variables })
  if (!sameValue(from.intents, to.intents)) edits.push({ type: 'setIntents', intents: to.intents })
  if (!sameValue(from.notes, to.notes)) edits.push({ type: 'setNotes', notes: to.notes })
  if (!sameValue(from.interface, to.interface)) edits.push({ type: 'setInterface', interface: to.interface })
  if (!sameValue(from.subflows, to.subflows)) edits.push({ type: 'setSubflows', subflows: to.subflows })
  return edits
}

function graphEdits(from: Flow, to: Flow): SingleOperation[] {
  const [nodesBefore, nodesAfter] = [byId(from.nodes), byId(to.nodes)]
  const [edgesBefore, edgesAfter] = [byId(from.edges), byId(to.edges)]
  const isGone = (id: string) => {
    const [before, after] = [nodesBefore.get(id), nodesAfter.get(id)]
    return before !== undefined && before.type !== after?.type
  }
  const stays = (edge: FlowEdge) => {
    const after = edgesAfter.get(edge.id)
    return after !== undefined && sameValue(edge, after) && !isGone(edge.source) && !isGone(edge.target)
  }
  const goesWithNode = ({ source, target }: FlowEdge) => isGone(source) || isGone(target)
  const kept = new Set(from.edges.filter(stays).map(({ id }) => id))
  return [
    ...[...edgesBefore.values()]
      .filter((edge) => !kept.has(edge.id) && !goesWithNode(edge))
      .map(({ id }): SingleOperation => ({ type: 'disconnect', id })),
    ...[...nodesBefore.keys()].filter(isGone).map((id): SingleOperation => ({ type: 'removeNode', id })),
    ...[...nodesAfter.values()].flatMap((node) => nodeEdits(isGone(node.id) ? undefined : nodesBefore.get(node.id), node)),
    ...[...edgesAfter.values()].filter(({ id }) => !kept.has(id)).map((edge): SingleOperation => ({ type: 'connect', edge })),
  ]
}

function nodeEdits(before: FlowNode | undefined, after: FlowNode): SingleOperation[] {
  if (before === after) return []
  if (!before) return [{ type: 'addNode', node: after }]
  const { id, position } = after
  const old: Record<string, unknown> = before.data
  const fields = Object.fromEntries(Object.entries(after.data).filter(([name, value]) => !sameValue(old[name], value)))
  return [
    ...(sameValue(before.position, position) ? [] : [{ type: 'moveNode' as const, id, position }]),
    ...(Object.keys(fields).length === 0 ? [] : [{ type: 'updateNode' as const, id, data: fields }]),
  ]
}

const byId = <T extends { id: string }>(entries: readonly T[]) => new Map(entries.map((entry) => [entry.id, entry]))

/** Whatever the order of nodes and edges, which means nothing. */
function saysTheSame(a: Flow, b: Flow): boolean {
  return (
    sameEntries(a.nodes, b.nodes) &&
    sameEntries(a.edges, b.edges) &&
    sameValue({ ...a, nodes: [], edges: [] }, { ...b, nodes: [], edges: [] })
  )
}

function sameEntries(a: readonly { id: string }[], b: readonly { id: string }[]): boolean {
  if (a === b) return true
  const [before, after] = [byId(a), byId(b)]
  // Two entries of one id: nothing but the whole is sure to bring both back.
  if (before.size < a.length || after.size < b.length || before.size !== after.size) return false
  return [...before].every(([id, entry]) => after.has(id) && sameValue(entry, after.get(id)))
}

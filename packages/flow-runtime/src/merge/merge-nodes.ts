import * as z from 'zod'
import { sameValue } from '../compare/same-value.ts'
import type { Flow, FlowNode } from '../flow.ts'
import { withRewritten } from '../operations/change-node.ts'
import { mergeEntries } from './merge-entries.ts'
import { mergeValue } from './merge-value.ts'
import type { MergeConflict } from './merged-flow.ts'

const jsonRecord = z.record(z.string(), z.json())

type NodesMerged = { nodes: FlowNode[]; conflicts: MergeConflict[] /** Nodes one took out and the other worked on. */; kept: string[] }

/** The nodes of two drafts; what both wrote into one field is told. */
export function mergeNodes(base: Flow, mine: Flow, theirs: Flow): NodesMerged {
  const conflicts: MergeConflict[] = []
  const kept: string[] = []
  const known = new Set(base.edges.map(edgeWords))
  const held = { mine: newlyConnected(mine, known), theirs: newlyConnected(theirs, known) }
  const nodes = mergeEntries(base.nodes, mine.nodes, theirs.nodes, {
    keyOf: ({ id }) => id,
    kept: ({ id }) => kept.push(id),
    isHeld: (id, by) => held[by].has(id),
    both(before, own, other) {
      const merged = mergeNode(before, own, other)
      conflicts.push(...merged.conflicts)
      return merged.node
    },
  })
  return { nodes, conflicts, kept }
}

const edgeWords = ({ source, sourceHandle, target }: Flow['edges'][number]) => JSON.stringify([source, sourceHandle, target])

/** The nodes at connections that were not there before. */
const newlyConnected = ({ edges }: Flow, known: ReadonlySet<string>) =>
  new Set(edges.filter((edge) => !known.has(edgeWords(edge))).flatMap(({ source, target }) => [source, target]))

function mergeNode(before: FlowNode | undefined, mine: FlowNode, theirs: FlowNode): { node: FlowNode; conflicts: MergeConflict[] } {
  const moved = before !== undefined && sameValue(before.position, mine.position) ? { ...mine, position: theirs.position } : mine
  if (mine.type !== theirs.type) return { node: moved, conflicts: [] }
  const [base, own, other]: readonly Record<string, unknown>[] = [{ ...before?.data }, { ...mine.data }, { ...theirs.data }]
  const fields: Record<string, unknown> = {}
  const conflicts: MergeConflict[] = []
  for (const name of new Set([...Object.keys(own ?? {}), ...Object.keys(other ?? {})])) {
    const [old, left, right] = [base?.[name], own?.[name], other?.[name]]
    const { value, clashes } = mergeValue(old, left, right)
    if (!sameValue(value, left)) fields[name] = value
    const [clash] = clashes
    if (!clash) continue
    const theirField = mergeValue(old, left, right, 'theirs').value
    const take = withRewritten(moved, { [name]: theirField })
    const data: Record<string, unknown> = take.data
    conflicts.push({
      ...{ nodeId: mine.id, field: name, mine: clash.mine, theirs: clash.theirs },
      take: { type: 'updateNode', id: mine.id, data: jsonFields({ [name]: data[name] }) },
    })
  }
  const node = withRewritten(moved, fields)
  // Together they may be something no node can be: then mine stays, and each of their fields is on offer.
  if (node !== moved || Object.keys(fields).length === 0) return { node, conflicts }
  const whole = Object.keys(fields).map((name): MergeConflict => {
    const data = jsonFields({ [name]: other?.[name] })
    return { nodeId: mine.id, field: name, mine: own?.[name], theirs: other?.[name], take: { type: 'updateNode', id: mine.id, data } }
  })
  return { node: moved, conflicts: whole }
}

/** Fields of a document are JSON: without those that have no value. */
const jsonFields = (fields: Record<string, unknown>) => jsonRecord.parse(JSON.parse(JSON.stringify(fields)))

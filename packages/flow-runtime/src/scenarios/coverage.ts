import type { Flow } from '../flow.ts'
import { indexOf } from '../flow-index.ts'
import { nodeByWholeId, subflowOf } from '../interpreter/place.ts'
import type { JournalEntry } from '../journal.ts'
import { journalPath } from './journal-path.ts'

type Parts = { nodes: readonly string[]; edges: readonly string[] }
/** Shares from 0 to 1 of everything drawn, and its whole ids: those seen and those not. */
export type Coverage = { nodes: number; edges: number; visited: Parts; missing: Parts }

/** Subflows within subflows, at most; what goes deeper is not run either. */
const maxDepth = 8

/**
 * What of a flow some calls went through. Counted is all that is drawn, in the flow and in each subflow at each node that runs it
 * (`<subflow node>/<id>`). An `anywhere` or `machine` node counts when a wish or a machine brings the call there; that way in, and
 * the way back without an edge, are no edges. Nodes of other versions in the journals count for nothing.
 */
export function coverageOf(flow: Flow, journals: readonly (readonly JournalEntry[])[]): Coverage {
  const drawn = drawnIn(flow, flow, '', new Set())
  const passed = { nodes: new Set<string>(), edges: new Set<string>() }
  for (const entries of journals) {
    for (const id of journalPath(entries)) passed.nodes.add(id)
    for (const id of edgesOf(flow, entries)) passed.edges.add(id)
  }
  const nodes = split(drawn.nodes, passed.nodes)
  const edges = split(drawn.edges, passed.edges)
  return {
    nodes: nodes.share,
    edges: edges.share,
    visited: { nodes: nodes.visited, edges: edges.visited },
    missing: { nodes: nodes.missing, edges: edges.missing },
  }
}

function drawnIn(root: Flow, flow: Flow, prefix: string, running: ReadonlySet<string>): { nodes: string[]; edges: string[] } {
  const nodes = flow.nodes.map(({ id }) => `${prefix}${id}`)
  const edges = flow.edges.map(({ id }) => `${prefix}${id}`)
  for (const node of flow.nodes) {
    if (node.type !== 'subflow' || running.has(node.data.flow) || running.size >= maxDepth) continue
    const inner = subflowOf(root, node.data.flow)
    if (!inner) continue
    const more = drawnIn(root, inner, `${prefix}${node.id}/`, new Set([...running, node.data.flow]))
    nodes.push(...more.nodes)
    edges.push(...more.edges)
  }
  return { nodes, edges }
}

/** The edges a call followed: those that leave by the outcome that was decided, to where the call went. */
function edgesOf(flow: Flow, entries: readonly JournalEntry[]): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'step') return []
    return entry.decisions.flatMap(({ nodeId, outcome, nextNodeId }) => {
      const found = outcome === undefined || nextNodeId === undefined ? undefined : nodeByWholeId(flow, nodeId)
      if (!found || outcome === undefined) return []
      const prefix = nodeId.slice(0, nodeId.length - found.node.id.length)
      const edge = indexOf(found.flow).edge(found.node.id, outcome)
      return edge && `${prefix}${edge.target}` === nextNodeId ? [`${prefix}${edge.id}`] : []
    })
  })
}

function split(drawn: readonly string[], passed: ReadonlySet<string>) {
  const all = [...new Set(drawn)]
  const visited = all.filter((id) => passed.has(id))
  return { share: all.length === 0 ? 1 : visited.length / all.length, visited, missing: all.filter((id) => !passed.has(id)) }
}

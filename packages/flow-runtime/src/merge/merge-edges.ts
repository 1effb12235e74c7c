import type { Flow, FlowEdge } from '../flow.ts'
import type { MergeConflict } from './merged-flow.ts'

const slotOf = ({ source, sourceHandle }: FlowEdge) => JSON.stringify([source, sourceHandle])
const bySlot = (edges: readonly FlowEdge[]) => new Map(edges.map((edge) => [slotOf(edge), edge]))

/**
 * The connections of two drafts, by the outcome they leave. `kept`: nodes only one of them has taken out, and that are there all the same; the
 * connections that went with them come back. A connection to a node that is gone goes too.
 */
export function mergeEdges(
  base: Flow,
  mine: Flow,
  theirs: Flow,
  { nodeIds, kept }: { nodeIds: ReadonlySet<string>; kept: ReadonlySet<string> },
): { edges: FlowEdge[]; conflicts: MergeConflict[] } {
  const [old, left, right] = [bySlot(base.edges), bySlot(mine.edges), bySlot(theirs.edges)]
  const [mineIds, theirIds] = [idsOf(mine), idsOf(theirs)]
  const conflicts: MergeConflict[] = []
  const edges: FlowEdge[] = []
  for (const slot of new Set([...left.keys(), ...right.keys()])) {
    const before = old.get(slot)
    const wentWithNode = (ids: ReadonlySet<string>) =>
      before !== undefined && [before.source, before.target].some((id) => kept.has(id) && !ids.has(id))
    const own = left.get(slot) ?? (wentWithNode(mineIds) ? before : undefined)
    const other = right.get(slot) ?? (wentWithNode(theirIds) ? before : undefined)
    const chosen = choose(before, own, other)
    if (chosen && own && other && chosen === own && own.target !== other.target && before?.target !== other.target)
      conflicts.push({
        ...{ nodeId: own.source, field: own.sourceHandle, mine: own.target, theirs: other.target },
        take: { type: 'connect', edge: other },
      })
    if (chosen) edges.push(chosen)
  }
  const gone = new Set([base, mine, theirs].flatMap((flow) => [...idsOf(flow)]).filter((id) => !nodeIds.has(id)))
  return { edges: withOwnIds(edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target))), conflicts }
}

const idsOf = ({ nodes }: Flow) => new Set(nodes.map(({ id }) => id))

/** Who changed it has it; who leads it elsewhere wins over who takes it out; of two, mine. */
function choose(before: FlowEdge | undefined, mine: FlowEdge | undefined, theirs: FlowEdge | undefined): FlowEdge | undefined {
  if (mine?.target === theirs?.target || before?.target === theirs?.target) return mine
  if (before?.target === mine?.target) return theirs
  return mine ?? theirs
}

function withOwnIds(edges: readonly FlowEdge[]): FlowEdge[] {
  const taken = new Set<string>()
  return edges.map((edge) => {
    let { id } = edge
    for (let number = 2; taken.has(id); number++) id = `${edge.id}-${number}`
    taken.add(id)
    return id === edge.id ? edge : { ...edge, id }
  })
}

import { type Flow, outcomesOf } from '@parley/flow-runtime'
import type { Coverage } from '@parley/flow-runtime/scenarios'
import { edgeFrom } from '../flow-editor/state/flow-lookup.ts'
import { emptyOverlay, type Overlay, outcomeKey } from '../flow-editor/state/overlay.ts'

/** Marks on the canvas for what scenarios went through; an outcome that nobody answers yet has no mark. */
export function coverageOverlay(flow: Flow, { visited }: Pick<Coverage, 'visited'>): Overlay {
  const edges = new Set(visited.edges)
  const ways = flow.nodes.flatMap((node) =>
    outcomesOf(node, flow).flatMap(({ name }) => {
      const edge = edgeFrom(flow, node.id, name)
      return edge ? [[outcomeKey(node.id, name), { covered: edges.has(edge.id) }] as const] : []
    }),
  )
  return {
    ...emptyOverlay('coverage'),
    nodes: new Map(visited.nodes.map((id) => [id, { passed: true }])),
    outcomes: new Map(ways),
    edges: new Map(visited.edges.map((id) => [id, { passed: true }])),
  }
}

import { type Flow, type FlowEdge, type Language, outcomeLabel } from '@parley/flow-runtime'
import { type Edge, MarkerType } from '@xyflow/react'
import { nodeById } from '../state/flow-lookup.ts'
import { outcomesIn } from '../state/outcomes-in.ts'

const markerEnd = { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--edge)' } as const

export type LineEdge = Edge<{ row: number; edge: FlowEdge }, 'line'>

/** React Flow's edges for the flow's edges; one whose row and words did not change stays the same object, and so does the list. */
export function mergeEdges(before: LineEdge[], flow: Flow, locale: Language): LineEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  const merged = flow.edges.map((edge): LineEdge => {
    const { id, source, sourceHandle, target } = edge
    const node = nodeById(flow, source)
    const outcomes = node ? outcomesIn(flow, node, locale) : []
    const row = Math.max(
      0,
      outcomes.findIndex(({ name }) => name === sourceHandle),
    )
    const label = outcomes.find(({ name }) => name === sourceHandle)?.label ?? outcomeLabel(sourceHandle, locale)
    const old = known.get(id)
    if (old && old.data?.edge === edge && old.data.row === row && old.label === label) return old
    return {
      id,
      source,
      sourceHandle,
      target,
      targetHandle: 'in',
      reconnectable: 'target',
      type: 'line',
      markerEnd,
      data: { row, edge },
      label,
    }
  })
  const isSame = merged.length === before.length && merged.every((edge, index) => edge === before[index])
  return isSame ? before : merged
}

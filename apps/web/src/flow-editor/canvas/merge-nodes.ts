import type { FlowNode } from '@parley/flow-runtime'
import type { Node } from '@xyflow/react'
import { cardWidth } from '../card-size.ts'

export type CardNode = Node<Record<string, never>, 'card'>

const noData: Record<string, never> = {}

/**
 * React Flow's nodes for the flow's nodes. What it keeps for itself (measured sizes, a running drag) stays, and a
 * node that did not change stays the same object, so that its card is not drawn again.
 */
export function mergeNodes(before: readonly CardNode[], flowNodes: readonly FlowNode[], selected: readonly string[]): CardNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const chosen = new Set(selected)
  return flowNodes.map(({ id, position }) => {
    const old = known.get(id)
    const isSelected = chosen.has(id)
    if (!old) return { id, type: 'card', position, data: noData, selected: isSelected, width: cardWidth }
    const samePlace = old.dragging || (old.position.x === position.x && old.position.y === position.y)
    if (samePlace && (old.selected ?? false) === isSelected) return old
    return { ...old, position: samePlace ? old.position : position, selected: isSelected }
  })
}

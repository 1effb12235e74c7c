import type { Flow, Language } from '@parley/flow-runtime'
import type { Node } from '@xyflow/react'
import { cardWidth } from '../card-size.ts'
import { outcomesIn } from '../state/outcomes-in.ts'
import { estimateCard } from './estimate-card.ts'

export type CardNode = Node<Record<string, never>, 'card'>

const noData: Record<string, never> = {}

/**
 * React Flow's nodes for the flow's nodes. What it keeps for itself (measured sizes, a running drag) stays, and a node that did not
 * change stays the same object, so that its card is not drawn again; the same list where nothing changed.
 */
export function mergeNodes(before: CardNode[], flow: Flow, selected: readonly string[], locale: Language): CardNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const chosen = new Set(selected)
  const merged = flow.nodes.map((node): CardNode => {
    const { id, position } = node
    const old = known.get(id)
    const isSelected = chosen.has(id)
    if (!old)
      return { id, type: 'card', position, data: noData, selected: isSelected, width: cardWidth, ...estimateCard(flow, node, locale) }
    const samePlace = old.dragging || (old.position.x === position.x && old.position.y === position.y)
    const sameRows = !old.handles || hasRows(old, outcomesIn(flow, node, locale))
    if (samePlace && sameRows && (old.selected ?? false) === isSelected) return old
    const size = sameRows ? {} : estimateCard(flow, node, locale)
    return { ...old, ...size, position: samePlace ? old.position : position, selected: isSelected }
  })
  const isSame = merged.length === before.length && merged.every((node, index) => node === before[index])
  return isSame ? before : merged
}

/** The guess of a card's handles stands only until it is measured. */
export function withoutGuesses<N extends Node>(nodes: N[], measured: ReadonlySet<string>): N[] {
  if (measured.size === 0) return nodes
  return nodes.map((node) => (node.handles && measured.has(node.id) ? { ...node, handles: undefined } : node))
}

/** The first handle is where connections arrive. */
const hasRows = ({ handles = [] }: CardNode, outcomes: readonly { name: string }[]) =>
  handles.length === outcomes.length + 1 && outcomes.every(({ name }, row) => handles[row + 1]?.id === name)

import type { Flow, FlowNode, Operation, SingleOperation } from '@parley/flow-runtime'
import type { NodeChange } from '@xyflow/react'
import { freeShift } from '../card-size.ts'
import { moveNotes } from '../notes/note-edits.ts'
import { nodeById } from '../state/flow-lookup.ts'
import type { CanvasNode } from './merge-canvas.ts'

/** The edit for cards and notes that came to rest; cards that would lie on others are nudged down. Undefined while dragging or resizing. */
export function movesOf(flow: Flow, changes: readonly NodeChange<CanvasNode>[]): { operation: Operation; key: string } | undefined {
  const resized = new Set(changes.flatMap((change) => (change.type === 'dimensions' && change.resizing !== undefined ? [change.id] : [])))
  const rested = changes.flatMap((change) =>
    change.type === 'position' && change.position && !change.dragging && !resized.has(change.id)
      ? [{ id: change.id, position: change.position }]
      : [],
  )
  const cards = rested.flatMap(({ id, position }): FlowNode[] => {
    const node = nodeById(flow, id)
    return node ? [{ ...node, position }] : []
  })
  const isMoved = cards.some((card) => {
    const before = nodeById(flow, card.id)?.position
    return before?.x !== card.position.x || before.y !== card.position.y
  })
  const moved = new Set(cards.map(({ id }) => id))
  const others = { ...flow, nodes: flow.nodes.filter(({ id }) => !moved.has(id)) }
  const shift = isMoved ? restShift(others, cards) : { x: 0, y: 0 }
  const places = new Map(rested.map(({ id, position }) => [id, { x: position.x + shift.x, y: position.y + shift.y }]))
  const operations: SingleOperation[] = [
    ...(isMoved ? cards : []).map(({ id, position }): SingleOperation => ({ type: 'moveNode', id, position: places.get(id) ?? position })),
    ...moveNotes(flow, places),
  ]
  const [only] = operations
  if (!only) return undefined
  const key = `move ${rested.map(({ id }) => id).join(' ')}`
  return { operation: operations.length === 1 ? only : { type: 'batch', operations }, key }
}

/** To the grid, and down until nothing lies on another card. */
function restShift(others: Flow, cards: readonly FlowNode[]): { x: number; y: number } {
  const [first] = cards
  if (!first) return { x: 0, y: 0 }
  const onGrid = (value: number) => Math.round(value / 10) * 10 - value
  return freeShift(others, cards, { x: onGrid(first.position.x), y: onGrid(first.position.y) })
}

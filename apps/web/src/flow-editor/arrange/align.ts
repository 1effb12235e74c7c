import type { Flow, FlowNode, Operation, SingleOperation } from '@parley/flow-runtime'
import { freeShift } from '../card-size.ts'
import { moveNotes } from '../notes/note-edits.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { type Box, boxAround, boxOf } from './box-of.ts'

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'
export type Axis = 'across' | 'down'
type Placed = { id: string; box: Box }

const gap = 24
const placedOf = (flow: Flow, ids: readonly string[]): Placed[] =>
  ids.flatMap((id) => {
    const box = boxOf(flow, id)
    return box ? [{ id, box }] : []
  })

/** Puts cards and notes on one line. Those that would lie on each other stay apart along it. */
export function alignNodes(flow: Flow, ids: readonly string[], alignment: Alignment): Operation {
  const placed = placedOf(flow, ids)
  const around = boxAround(placed.map(({ box }) => box))
  if (!around) return nothing
  const isColumn = alignment === 'left' || alignment === 'centre' || alignment === 'right'
  const share = alignment === 'left' || alignment === 'top' ? 0 : alignment === 'centre' || alignment === 'middle' ? 0.5 : 1
  const aligned = placed.map(({ id, box }) => ({
    id,
    box: isColumn
      ? { ...box, x: around.x + (around.width - box.width) * share }
      : { ...box, y: around.y + (around.height - box.height) * share },
  }))
  return movesTo(flow, keptApart(aligned, isColumn ? 'down' : 'across'))
}

/** Leaves the same room between each two neighbours, the outer ones where they are; more than there is where it is too little. */
export function distributeNodes(flow: Flow, ids: readonly string[], axis: Axis): Operation {
  const placed = inOrder(placedOf(flow, ids), axis)
  const around = boxAround(placed.map(({ box }) => box))
  if (!around || placed.length < 3) return nothing
  const sizes = placed.reduce((sum, { box }) => sum + lengthOf(box, axis), 0)
  const room = Math.max(gap, (lengthOf(around, axis) - sizes) / (placed.length - 1))
  let next = startOf(around, axis)
  const spread = placed.map(({ id, box }) => {
    const at = next
    next += lengthOf(box, axis) + room
    return { id, box: startingAt(box, axis, at) }
  })
  return movesTo(flow, spread)
}

const startOf = (box: Box, axis: Axis) => (axis === 'across' ? box.x : box.y)
const lengthOf = (box: Box, axis: Axis) => (axis === 'across' ? box.width : box.height)
const startingAt = (box: Box, axis: Axis, at: number): Box => (axis === 'across' ? { ...box, x: at } : { ...box, y: at })
const inOrder = (placed: readonly Placed[], axis: Axis) => [...placed].sort((a, b) => startOf(a.box, axis) - startOf(b.box, axis))

function keptApart(placed: readonly Placed[], axis: Axis): Placed[] {
  let free = Number.NEGATIVE_INFINITY
  return inOrder(placed, axis).map(({ id, box }) => {
    const at = Math.max(startOf(box, axis), free)
    free = at + lengthOf(box, axis) + gap
    return { id, box: startingAt(box, axis, at) }
  })
}

const nothing: Operation = { type: 'batch', operations: [] }

/** The edit that brings them there, all of them further down where other cards are in the way. */
function movesTo(flow: Flow, placed: readonly Placed[]): Operation {
  const rounded = placed.map(({ id, box }) => ({ id, box: { ...box, x: Math.round(box.x), y: Math.round(box.y) } }))
  const moved = new Set(placed.map(({ id }) => id))
  const cards = rounded.flatMap(({ id, box }): FlowNode[] => {
    const node = nodeById(flow, id)
    return node ? [{ ...node, position: { x: box.x, y: box.y } }] : []
  })
  const others = { ...flow, nodes: flow.nodes.filter(({ id }) => !moved.has(id)) }
  const down = cards.length > 0 ? freeShift(others, cards, { x: 0, y: 0 }).y : 0
  const places = new Map(rounded.map(({ id, box }) => [id, { x: box.x, y: box.y + down }]))
  const moves = cards.flatMap(({ id }): SingleOperation[] => {
    const position = places.get(id)
    return position ? [{ type: 'moveNode', id, position }] : []
  })
  return { type: 'batch', operations: [...moves, ...moveNotes(flow, places)] }
}

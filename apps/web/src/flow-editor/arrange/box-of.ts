import type { Flow } from '@parley/flow-runtime'
import { cardHeight, cardWidth } from '../card-size.ts'
import { noteIdOf, noteSize } from '../notes/note-size.ts'
import { nodeById } from '../state/flow-lookup.ts'

/** A rectangle on the canvas, in its own pixels. */
export type Box = { x: number; y: number; width: number; height: number }

/** Where a card or a note lies, by its id on the canvas; undefined when it is gone. */
export function boxOf(flow: Flow, id: string): Box | undefined {
  const node = nodeById(flow, id)
  if (node) return { ...node.position, width: cardWidth, height: cardHeight(node, flow) }
  const noteId = noteIdOf(id)
  const note = noteId === undefined ? undefined : flow.notes.find((one) => one.id === noteId)
  return note && { ...note.position, ...noteSize(note) }
}

/** The smallest box around some; undefined around none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    ...{ x, y },
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

export const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

import type { Flow, Operation, SingleOperation } from '@parley/flow-runtime'
import { moveNotes } from '../notes/note-edits.ts'
import { boxOf } from './box-of.ts'

/** Moves cards and notes by a distance. */
export function moveBy(flow: Flow, ids: readonly string[], by: { x: number; y: number }): Operation {
  const places = new Map(
    ids.flatMap((id) => {
      const box = boxOf(flow, id)
      return box ? [[id, { x: box.x + by.x, y: box.y + by.y }] as const] : []
    }),
  )
  const moves = [...places].map(([id, position]): SingleOperation => ({ type: 'moveNode', id, position }))
  return { type: 'batch', operations: [...moves, ...moveNotes(flow, places)] }
}

import type { FlowNote } from '@parley/flow-runtime'
import type { Node } from '@xyflow/react'
import { noteCanvasId, noteSize } from './note-size.ts'

export type NoteNode = Node<{ note: FlowNote }, 'note'>

/** Frames lie below connections and cards, also while they are selected, which lifts them by 1,000. */
const frameLevel = -2_000
const noteLevel = -1

/** React Flow's nodes for the flow's notes; a note that did not change stays the same object. */
export function mergeNotes(before: readonly NoteNode[], notes: readonly FlowNote[], selected: readonly string[]): NoteNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const chosen = new Set(selected)
  return notes.map((note): NoteNode => {
    const id = noteCanvasId(note.id)
    const old = known.get(id)
    const isSelected = chosen.has(id)
    if (old && old.data.note === note && (old.selected ?? false) === isSelected) return old
    const { width, height } = noteSize(note)
    return {
      ...old,
      ...{ id, type: 'note', data: { note }, selected: isSelected, width, height, zIndex: note.frame ? frameLevel : noteLevel },
      position: old?.dragging ? old.position : note.position,
      connectable: false,
      // Only the title of a frame can be taken hold of: what lies inside is reached through it.
      style: note.frame ? { pointerEvents: 'none' } : undefined,
    }
  })
}

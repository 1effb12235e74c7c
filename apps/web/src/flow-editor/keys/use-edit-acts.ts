'use client'

import { removeSelected } from '../arrange/remove-selected.ts'
import { duplicateSelected } from '../clipboard/paste-clip.ts'
import { useClipboard } from '../clipboard/use-clipboard.ts'
import { noteCanvasId, noteIdOf } from '../notes/note-size.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { useUndo } from '../state/use-undo.ts'

/** Undo, the clipboard, and what is done to the selection as a whole. */
export function useEditActs() {
  const store = useEditorStore()
  const { undo, redo } = useUndo()
  const { copy, cut, paste, reveal } = useClipboard()
  return {
    ...{ undo, redo, copy, cut, paste },
    duplicate() {
      const { history, selected } = store.getState()
      if (selected.length === 0) return false
      const { operation, ids } = duplicateSelected(history.flow, selected)
      store.edit(operation, { label: 'duplicate' })
      store.select(ids)
      reveal(ids)
    },
    selectAll() {
      const { flow } = store.getState().history
      store.select([...flow.nodes.map(({ id }) => id), ...flow.notes.map(({ id }) => noteCanvasId(id))])
    },
    remove() {
      const { history, selected, selectedEdge } = store.getState()
      if (selectedEdge !== undefined) store.edit({ type: 'disconnect', id: selectedEdge })
      else if (selected.length === 0) return false
      else {
        const isNotes = selected.every((id) => noteIdOf(id) !== undefined)
        store.edit(removeSelected(history.flow, selected), {
          label: isNotes ? 'removeNote' : selected.length > 1 ? 'removeNodes' : 'removeNode',
        })
      }
    },
  }
}

'use client'

import { useText } from '../../i18n/text-provider.tsx'
import { toast } from '../../ui/toast.tsx'
import type { EditLabel } from './flow-history.ts'
import { useEditor, useEditorStore } from './use-editor.tsx'

/** Undo and redo that say what they did. */
export function useUndo() {
  const t = useText()
  const store = useEditorStore()
  const canUndo = useEditor((state) => state.history.past.length > 0)
  const canRedo = useEditor((state) => state.history.future.length > 0)
  const names: Record<EditLabel, string> = { ...t.editor.operations, ...t.canvasEdit.edits }
  return {
    canUndo,
    canRedo,
    undo() {
      const edit = store.undo()
      if (edit) toast({ tone: 'good', message: t.editor.undone(names[edit.label]) })
    },
    redo() {
      const edit = store.redo()
      if (edit) toast({ tone: 'good', message: t.editor.redone(names[edit.label]) })
    },
  }
}

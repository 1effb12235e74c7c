'use client'

import { useText } from '../../i18n/text-provider.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useEditor, useEditorStore } from './use-editor.tsx'

/** Undo and redo that say what they did. */
export function useUndo() {
  const t = useText()
  const store = useEditorStore()
  const toast = useToast()
  const canUndo = useEditor((state) => state.history.past.length > 0)
  const canRedo = useEditor((state) => state.history.future.length > 0)
  const nameOf = (label: string) => {
    const names: Record<string, string | undefined> = { ...t.editor.operations, layOut: t.canvas.layOutEdit }
    return names[label] ?? label
  }
  return {
    canUndo,
    canRedo,
    undo() {
      const edit = store.undo()
      if (edit) toast({ tone: 'good', message: t.editor.undone(nameOf(edit.label)) })
    },
    redo() {
      const edit = store.redo()
      if (edit) toast({ tone: 'good', message: t.editor.redone(nameOf(edit.label)) })
    },
  }
}

'use client'

import { useEffect } from 'react'
import { duplicateNodes, removeNodes } from './node-edits.ts'
import { useEditorStore } from './state/use-editor.tsx'
import { useUndo } from './state/use-undo.ts'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The editor's keys: undo, redo, commands, delete, duplicate, escape. */
export function useEditorKeys(onCommands: () => void): void {
  const store = useEditorStore()
  const { undo, redo } = useUndo()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.metaKey || event.ctrlKey
      const key = event.key.toLowerCase()
      if (command && key === 'k') {
        event.preventDefault()
        return onCommands()
      }
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      const { selected, selectedEdge, history } = store.getState()
      if (command && key === 'z') {
        event.preventDefault()
        return event.shiftKey ? redo() : undo()
      }
      if (command && key === 'd' && selected.length > 0) {
        event.preventDefault()
        const { operation, ids } = duplicateNodes(history.flow, selected)
        store.edit(operation, { label: 'addNode' })
        return store.select(ids)
      }
      if (key === 'delete' || key === 'backspace') {
        if (selectedEdge !== undefined) store.edit({ type: 'disconnect', id: selectedEdge })
        else if (selected.length > 0) store.edit(removeNodes(selected), { label: 'removeNode' })
      }
      if (key === 'escape') store.set({ picking: undefined, panel: undefined, selected: [], selectedEdge: undefined })
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}

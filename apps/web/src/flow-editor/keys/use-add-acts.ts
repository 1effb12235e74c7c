'use client'

import { useReactFlow } from '@xyflow/react'
import { openOutcome } from '../node-edits.ts'
import { placeNote } from '../notes/note-edits.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { focusedNode } from './focus.ts'
import { middleOfCanvas } from './middle-of-canvas.ts'

/** A next node, a connection, a note. */
export function useAddActs() {
  const store = useEditorStore()
  const { screenToFlowPosition } = useReactFlow()
  const chosen = () => {
    const { history, selected } = store.getState()
    const id = focusedNode() ?? (selected.length === 1 ? selected[0] : undefined)
    return id === undefined ? undefined : nodeById(history.flow, id)
  }
  return {
    add() {
      const node = chosen()
      const outcome = node && openOutcome(store.getState().history.flow, node)
      const middle = middleOfCanvas()
      if (node && outcome !== undefined) {
        const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(node.id)}"]`)?.getBoundingClientRect()
        const screen = card ? { x: card.right + 12, y: card.top } : middle
        store.set({ picking: { source: node.id, outcome, screen } })
      } else {
        const position = screenToFlowPosition({ x: middle.x - 130, y: middle.y - 60 })
        store.set({ picking: { position, screen: { x: middle.x - 140, y: middle.y - 190 } } })
      }
    },
    connect() {
      const node = chosen()
      if (!node) return false
      store.set({ connecting: node.id })
    },
    note() {
      const middle = middleOfCanvas()
      const at = screenToFlowPosition({ x: middle.x - 110, y: middle.y - 60 })
      const { id, operation } = placeNote(store.getState().history.flow, at)
      store.edit(operation, { label: 'addNote' })
      store.set({ selected: [id], writing: id })
    },
  }
}

'use client'

import { useReactFlow } from '@xyflow/react'
import { useMapShown } from '../canvas/use-map-shown.ts'
import { useZoom } from '../canvas/use-zoom.ts'
import { noteIdOf } from '../notes/note-size.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { focusedNode, focusInspector, focusNode } from './focus.ts'

const durationMs = 140

/** Zoom, find, open, and the way back. */
export function useLookActs({ onCommands, onKeys }: { onCommands: () => void; onKeys: () => void }) {
  const store = useEditorStore()
  const { zoomIn, zoomOut } = useReactFlow()
  const zoom = useZoom()
  const [, toggleMap] = useMapShown()
  return {
    commands: onCommands,
    keys: onKeys,
    find: () => store.set({ panel: 'find' }),
    open() {
      const { selected } = store.getState()
      const id = focusedNode() ?? selected[0]
      // A button on the canvas keeps its own Enter.
      if (id === undefined || document.activeElement instanceof HTMLButtonElement) return false
      if (noteIdOf(id) !== undefined) return store.set({ selected: [id], writing: id })
      store.select([id])
      focusInspector(id)
    },
    escape() {
      const { selected, panel, picking } = store.getState()
      const inspected = document.activeElement?.closest('#inspector') ? selected[0] : undefined
      if (inspected !== undefined) return focusNode(inspected)
      if (document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement) return false
      store.set({ picking: undefined, panel: undefined, selectedEdge: undefined, ...(panel || picking ? {} : { selected: [] }) })
    },
    zoomIn: () => void zoomIn({ duration: durationMs }),
    zoomOut: () => void zoomOut({ duration: durationMs }),
    fit: zoom.all,
    zoomToSelection: zoom.selection,
    actualSize: zoom.actualSize,
    map: toggleMap,
  }
}

'use client'

import { useEffect } from 'react'
import type { Overlay } from '../flow-editor/state/overlay.ts'
import { useEditorStore } from '../flow-editor/state/use-editor.tsx'

/** Shows an overlay on the canvas for as long as the component stands. `onTaken`: something else put its own there. */
export function useOwnOverlay(kind: Overlay['kind'], overlay: Overlay | undefined, onTaken: () => void): void {
  const store = useEditorStore()
  useEffect(() => {
    if (overlay) store.set({ overlay })
  }, [store, overlay])
  useEffect(
    () =>
      store.subscribe(() => {
        const shown = store.getState().overlay?.kind
        if (shown !== undefined && shown !== kind) onTaken()
      }),
    [store, kind, onTaken],
  )
  useEffect(
    () => () => {
      if (store.getState().overlay?.kind === kind) store.set({ overlay: undefined })
    },
    [store, kind],
  )
}

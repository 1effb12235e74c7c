'use client'

import { useEffect, useRef } from 'react'
import { emptyOverlay, type Overlay } from '../state/overlay.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import type { Find } from './find-in-flow.ts'

/** Marks what is found on the canvas while the search stands; what was marked there before comes back. */
export function useMarkFound(found: readonly Find[]): void {
  const store = useEditorStore()
  const before = useRef<Overlay>(undefined)
  useEffect(() => {
    const { overlay } = store.getState()
    if (overlay?.kind !== 'found') before.current = overlay
    const marks: Overlay = { ...emptyOverlay('found'), nodes: new Map(found.map(({ id }) => [id, { found: true }])) }
    if (found.length > 0 || overlay?.kind === 'found') store.set({ overlay: found.length > 0 ? marks : before.current })
  }, [found, store])
  useEffect(
    () => () => {
      if (store.getState().overlay?.kind === 'found') store.set({ overlay: before.current })
    },
    [store],
  )
}

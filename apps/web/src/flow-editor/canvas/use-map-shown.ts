'use client'

import { useCallback, useEffect } from 'react'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'

const storageKey = 'parley.flow-map'

/** Whether the map is shown; remembered in this browser. */
export function useMapShown(): [boolean, () => void] {
  const store = useEditorStore()
  const isShown = useEditor((state) => state.hasMap ?? false)
  useEffect(() => store.set({ hasMap: localStorage.getItem(storageKey) === 'shown' }), [store])
  const toggle = useCallback(() => {
    const hasMap = !store.getState().hasMap
    localStorage.setItem(storageKey, hasMap ? 'shown' : 'hidden')
    store.set({ hasMap })
  }, [store])
  return [isShown, toggle]
}

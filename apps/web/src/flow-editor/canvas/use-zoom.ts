'use client'

import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { useEditorStore } from '../state/use-editor.tsx'

const duration = 140

/** Everything in view, what is selected (everything where nothing is), or cards at their own size. */
export function useZoom() {
  const store = useEditorStore()
  const { fitView, zoomTo } = useReactFlow()
  return useMemo(() => {
    const all = () => void fitView({ duration, maxZoom: 1, padding: 0.12 })
    return {
      all,
      selection() {
        const { selected } = store.getState()
        if (selected.length === 0) return all()
        void fitView({ duration, maxZoom: 1.2, padding: 0.2, nodes: selected.map((id) => ({ id })) })
      },
      actualSize: () => void zoomTo(1, { duration }),
    }
  }, [store, fitView, zoomTo])
}

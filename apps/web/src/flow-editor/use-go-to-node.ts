'use client'

import { useReactFlow } from '@xyflow/react'
import { boxOf } from './arrange/box-of.ts'
import { useEditorStore } from './state/use-editor.tsx'

const durationMs = 140

/** Selects a node or a note and brings it into the middle of the canvas. */
export function useGoToNode() {
  const store = useEditorStore()
  const { setCenter, getZoom } = useReactFlow()
  return (id: string) => {
    const box = boxOf(store.getState().history.flow, id)
    if (!box) return
    store.select([id])
    void setCenter(box.x + box.width / 2, box.y + Math.min(80, box.height / 2), { zoom: Math.max(getZoom(), 0.8), duration: durationMs })
  }
}

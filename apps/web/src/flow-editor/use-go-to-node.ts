'use client'

import { useReactFlow } from '@xyflow/react'
import { cardWidth } from './card-size.ts'
import { nodeById } from './state/flow-lookup.ts'
import { useEditorStore } from './state/use-editor.tsx'

const durationMs = 140

/** Selects a node and brings it into the middle of the canvas. */
export function useGoToNode() {
  const store = useEditorStore()
  const { setCenter, getZoom } = useReactFlow()
  return (id: string) => {
    const node = nodeById(store.getState().history.flow, id)
    if (!node) return
    store.select([id])
    void setCenter(node.position.x + cardWidth / 2, node.position.y + 80, { zoom: Math.max(getZoom(), 0.8), duration: durationMs })
  }
}

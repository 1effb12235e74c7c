'use client'

import { type Edge, type OnNodeDrag, type OnReconnect, useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { boxOf } from '../arrange/box-of.ts'
import type { CanvasNode } from '../canvas/merge-canvas.ts'
import { newEdge } from '../node-edits.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { edgeUnder } from './edge-under.ts'
import { keepHovered, leaveSoon } from './hovered-edge.ts'
import { isLoose, leadThrough } from './insert-on-edge.ts'

/** What the mouse does with edges: point at them, lead their end elsewhere, drop a loose card on them. */
export function useEdgeActs() {
  const store = useEditorStore()
  const { getNode } = useReactFlow()
  return useMemo(() => {
    const onReconnect: OnReconnect<Edge> = (edge, { source, sourceHandle, target }) => {
      if (source !== edge.source || !sourceHandle) return
      store.edit({ type: 'connect', edge: newEdge(source, sourceHandle, target) }, { label: 'reconnect' })
    }
    const onNodeDragStop: OnNodeDrag<CanvasNode> = (_event, dragged, all) => {
      const { flow } = store.getState().history
      const node = nodeById(flow, dragged.id)
      const box = boxOf(flow, dragged.id)
      if (!node || !box || all.length !== 1 || !isLoose(flow, node.id)) return
      // Where it was let go, before it was nudged.
      const at = getNode(node.id)?.position ?? box
      const id = edgeUnder({ ...box, x: at.x, y: at.y })
      const edge = flow.edges.find((one) => one.id === id)
      if (edge) store.edit({ type: 'batch', operations: leadThrough(flow, edge, node) }, { key: `move ${node.id}`, label: 'insertNode' })
    }
    return {
      ...{ onReconnect, onNodeDragStop },
      onEdgeMouseEnter: (_event: unknown, edge: Edge) => keepHovered(store, edge.id),
      onEdgeMouseLeave: () => leaveSoon(store),
    }
  }, [store, getNode])
}

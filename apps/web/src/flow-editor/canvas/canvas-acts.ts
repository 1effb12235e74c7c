import type { Connection, Edge, OnConnectEnd, ReactFlowInstance } from '@xyflow/react'
import type { DragEvent } from 'react'
import { newEdge } from '../node-edits.ts'
import type { EditorStore } from '../state/editor-store.ts'
import { edgeFrom } from '../state/flow-lookup.ts'
import { dropNode } from './drop-node.ts'

/** Where a connection was let go: on a card, or at a point of the empty canvas. */
const pointOf = (event: MouseEvent | TouchEvent) => ('changedTouches' in event ? event.changedTouches[0] : event)

/** What the mouse does on the canvas. Made once: a handler that is new each time has React Flow draw every connection anew. */
export function canvasActs(store: EditorStore, toFlowPosition: ReactFlowInstance['screenToFlowPosition']) {
  const onConnect = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle) store.edit({ type: 'connect', edge: newEdge(source, sourceHandle, target) })
  }
  const onConnectEnd: OnConnectEnd = (event, { isValid, fromNode, fromHandle }) => {
    const point = pointOf(event)
    if (isValid || !fromNode || !fromHandle?.id || fromHandle.type !== 'source' || !point) return
    const under = document.elementFromPoint(point.clientX, point.clientY)
    const target = under?.closest<HTMLElement>('.react-flow__node')?.dataset.id
    if (target === fromNode.id) return
    if (target) {
      const leads = edgeFrom(store.getState().history.flow, fromNode.id, fromHandle.id) !== undefined
      return store.edit({ type: 'connect', edge: newEdge(fromNode.id, fromHandle.id, target) }, { label: leads ? 'reconnect' : 'connect' })
    }
    const screen = { x: point.clientX, y: point.clientY }
    if (under?.closest('.react-flow'))
      store.set({ picking: { source: fromNode.id, outcome: fromHandle.id, position: toFlowPosition(screen), screen } })
  }
  return {
    onConnect,
    onConnectEnd,
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop(event: DragEvent) {
      event.preventDefault()
      dropNode(store, event, toFlowPosition({ x: event.clientX, y: event.clientY }))
    },
    onEdgeClick: (_event: unknown, { id }: Edge) => store.set({ selectedEdge: id, selected: [], picking: undefined }),
    onPaneClick: () => store.set({ selected: [], selectedEdge: undefined, picking: undefined }),
  }
}

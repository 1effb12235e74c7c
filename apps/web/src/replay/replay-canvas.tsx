'use client'

import type { Flow } from '@parley/flow-runtime'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { FlowCanvas } from '../flow-editor/canvas/flow-canvas.tsx'
import { createEditorStore } from '../flow-editor/state/editor-store.ts'
import { EditorProvider } from '../flow-editor/state/use-editor.tsx'
import { frameOverlay } from './frame-overlay.ts'
import { onCanvas, type ReplayFrame } from './replay-frames.ts'

const nothing: ReadonlySet<string> = new Set()

type ReplayCanvasProps = { flow: Flow; frame: ReplayFrame | undefined; onNode: (nodeId: string) => void }

/** A flow to look at, with the node a call stands at and the way it came. `onNode`: a card was clicked. Give it a key of its own per flow. */
export function ReplayCanvas({ flow, frame, onNode }: ReplayCanvasProps) {
  const [store] = useState(() => createEditorStore(flow, { readOnly: true }))
  useEffect(() => {
    const currentNodeId = frame?.nodeId === undefined ? undefined : onCanvas(frame.nodeId)
    store.set({ trail: { currentNodeId, nodeIds: nothing, edgeIds: nothing }, overlay: frame && frameOverlay(frame) })
  }, [store, frame])
  useEffect(() => {
    let before = store.getState().selected
    return store.subscribe(() => {
      const { selected } = store.getState()
      if (selected === before) return
      before = selected
      if (selected.length === 1 && selected[0] !== undefined) onNode(selected[0])
    })
  }, [store, onNode])
  return (
    <ReactFlowProvider>
      <EditorProvider store={store}>
        <FlowCanvas />
      </EditorProvider>
    </ReactFlowProvider>
  )
}

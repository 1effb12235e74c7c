'use client'

import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  type NodeChange,
  type OnConnectEnd,
  ReactFlow,
  useReactFlow,
  type Viewport,
} from '@xyflow/react'
import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { SelectionToolbar } from '../arrange/selection-toolbar.tsx'
import { RunningConnection } from '../connect/running-connection.tsx'
import { useEdgeActs } from '../connect/use-edge-acts.ts'
import { newEdge } from '../node-edits.ts'
import { NoteCard } from '../notes/note-card.tsx'
import type { EditorState } from '../state/editor-store.ts'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import { CanvasControls } from './canvas-controls.tsx'
import { DetailProvider } from './detail.tsx'
import { type Detail, detailOf } from './detail-of.ts'
import { dropNode } from './drop-node.ts'
import { EmptyCanvasHint } from './empty-canvas-hint.tsx'
import { FlowEdgeLine } from './flow-edge-line.tsx'
import { FlowMap } from './flow-map.tsx'
import { type CanvasNode, mergeCanvas } from './merge-canvas.ts'
import { type LineEdge, mergeEdges } from './merge-edges.ts'
import { withoutGuesses } from './merge-nodes.ts'
import { movesOf } from './moves-of.ts'
import { NodeAtDetail } from './node-at-detail.tsx'
import { showStart } from './show-start.ts'
import { useKeepInView } from './use-keep-in-view.ts'
import { useMapShown } from './use-map-shown.ts'

const nodeTypes = { card: NodeAtDetail, note: NoteCard }
const edgeTypes = { line: FlowEdgeLine }

/** Beyond, only the cards in view are drawn. */
const allDrawnUpTo = 80

/** Where a connection was let go: on a card, or at a point of the empty canvas. */
const pointOf = (event: MouseEvent | TouchEvent) => ('changedTouches' in event ? event.changedTouches[0] : event)

export function FlowCanvas() {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const isLarge = useEditor((state) => state.history.flow.nodes.length > allDrawnUpTo)
  const isEmpty = useEditor((state) => state.history.flow.nodes.length === 0)
  const { screenToFlowPosition } = useReactFlow()
  const frame = useRef<HTMLDivElement>(null)
  const { flow: first } = store.getState().history
  const [nodes, setNodes] = useState<CanvasNode[]>(() => mergeCanvas([], first, store.getState().selected, locale))
  const [edges, setEdges] = useState<LineEdge[]>(() => mergeEdges([], first, locale))
  const edgeActs = useEdgeActs()
  const [hasMap, toggleMap] = useMapShown()
  const isMoving = useEditor((state) => state.layout === 'moving')
  const [detail, setDetail] = useState<Detail>('words')

  useKeepInView(frame)
  useEffect(() => {
    let merged: EditorState | undefined
    const merge = () => {
      const state = store.getState()
      if (state.history === merged?.history && state.selected === merged.selected) return
      merged = state
      const { history, selected } = state
      setNodes((before) => mergeCanvas(before, history.flow, selected, locale))
      setEdges((before) => mergeEdges(before, history.flow, locale))
    }
    merge()
    return store.subscribe(merge)
  }, [store, locale])

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const kept = changes.filter(({ type }) => type !== 'remove')
      const measured = new Set(changes.flatMap((change) => (change.type === 'dimensions' ? [change.id] : [])))
      setNodes((before) => withoutGuesses(applyNodeChanges(kept, before), measured))
      const selections = changes.filter((change) => change.type === 'select')
      if (selections.length > 0) {
        const chosen = new Set(store.getState().selected)
        for (const { id, selected } of selections) {
          if (selected) chosen.add(id)
          else chosen.delete(id)
        }
        store.select([...chosen])
      }
      const moves = movesOf(store.getState().history.flow, changes)
      if (moves) store.edit(moves.operation, { key: moves.key, label: store.getState().selected.length > 1 ? 'moveNodes' : 'moveNode' })
    },
    [store],
  )

  const onConnect = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle) store.edit({ type: 'connect', edge: newEdge(source, sourceHandle, target) })
  }
  const onConnectEnd: OnConnectEnd = (event, { isValid, fromNode, fromHandle }) => {
    const point = pointOf(event)
    if (isValid || !fromNode || !fromHandle?.id || fromHandle.type !== 'source' || !point) return
    const under = document.elementFromPoint(point.clientX, point.clientY)
    const target = under?.closest<HTMLElement>('.react-flow__node')?.dataset.id
    if (target === fromNode.id) return
    if (target) return store.edit({ type: 'connect', edge: newEdge(fromNode.id, fromHandle.id, target) })
    const screen = { x: point.clientX, y: point.clientY }
    if (under?.closest('.react-flow'))
      store.set({ picking: { source: fromNode.id, outcome: fromHandle.id, position: screenToFlowPosition(screen), screen } })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    dropNode(store, event, screenToFlowPosition({ x: event.clientX, y: event.clientY }))
  }
  const onMove = useCallback((_event: unknown, { zoom }: Viewport) => {
    setDetail(detailOf(zoom))
  }, [])

  return (
    <section
      ref={frame}
      data-detail={detail}
      data-moving={isMoving || undefined}
      data-testid="canvas"
      aria-label={t.editor.canvas}
      className="relative size-full"
    >
      <DetailProvider value={detail}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          {...edgeActs}
          onEdgeClick={(_event, edge) => store.set({ selectedEdge: edge.id, selected: [], picking: undefined })}
          onPaneClick={() => store.set({ selected: [], selectedEdge: undefined, picking: undefined })}
          onMove={onMove}
          onInit={(instance) => onMove(undefined, showStart(instance, store.getState().history.flow))}
          onDragOver={(event) => event.preventDefault()}
          onDrop={onDrop}
          connectionRadius={36}
          connectOnClick={false}
          deleteKeyCode={null}
          edgesFocusable={false}
          autoPanOnNodeFocus={false}
          onlyRenderVisibleElements={isLarge}
          minZoom={0.1}
          maxZoom={2}
          zoomOnDoubleClick={false}
          panOnScroll
          selectionKeyCode="Shift"
          multiSelectionKeyCode={['Meta', 'Control']}
          ariaLabelConfig={{
            'node.a11yDescription.default': t.editor.canvasHelp,
            'node.a11yDescription.keyboardDisabled': t.editor.canvasHelp,
          }}
        >
          <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} color="var(--dots)" />
          {hasMap && <FlowMap />}
          <SelectionToolbar />
        </ReactFlow>
      </DetailProvider>
      {isEmpty && <EmptyCanvasHint />}
      <RunningConnection />
      <CanvasControls hasMap={hasMap} onMap={toggleMap} />
    </section>
  )
}

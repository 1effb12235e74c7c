'use client'

import { outcomeLabel } from '@parley/flow-runtime'
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  type Edge,
  MarkerType,
  type NodeChange,
  type OnConnectEnd,
  ReactFlow,
  useReactFlow,
  type Viewport,
} from '@xyflow/react'
import { type DragEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { SelectionToolbar } from '../arrange/selection-toolbar.tsx'
import { RunningConnection } from '../connect/running-connection.tsx'
import { useEdgeActs } from '../connect/use-edge-acts.ts'
import { newEdge } from '../node-edits.ts'
import { NoteCard } from '../notes/note-card.tsx'
import { edgeFrom } from '../state/flow-lookup.ts'
import { useEditor, useEditorStore, useFlow } from '../state/use-editor.tsx'
import { CanvasControls } from './canvas-controls.tsx'
import { detailOf } from './detail-of.ts'
import { dropNode } from './drop-node.ts'
import { EmptyCanvasHint } from './empty-canvas-hint.tsx'
import { FlowEdgeLine } from './flow-edge-line.tsx'
import { type CanvasNode, mergeCanvas } from './merge-canvas.ts'
import { movesOf } from './moves-of.ts'
import { NodeCard } from './node-card.tsx'
import { rowOf } from './row-of.ts'
import { showStart } from './show-start.ts'
import { useKeepInView } from './use-keep-in-view.ts'

const nodeTypes = { card: NodeCard, note: NoteCard }
const edgeTypes = { line: FlowEdgeLine }
const marker = { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--edge)' } as const

/** Where a connection was let go: on a card, or at a point of the empty canvas. */
const pointOf = (event: MouseEvent | TouchEvent) => ('changedTouches' in event ? event.changedTouches[0] : event)

export function FlowCanvas() {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const selected = useEditor((state) => state.selected)
  const { screenToFlowPosition } = useReactFlow()
  const frame = useRef<HTMLDivElement>(null)
  const [nodes, setNodes] = useState<CanvasNode[]>(() => mergeCanvas([], flow, selected))
  const edgeActs = useEdgeActs()

  useKeepInView(frame)
  useEffect(() => setNodes((before) => mergeCanvas(before, flow, selected)), [flow, selected])

  const edges = useMemo(
    () =>
      flow.edges.map(
        (edge): Edge => ({
          ...edge,
          targetHandle: 'in',
          reconnectable: 'target',
          type: 'line',
          markerEnd: marker,
          data: { row: rowOf(flow, edge) },
          label: outcomeLabel(edge.sourceHandle, locale),
        }),
      ),
    [flow, locale],
  )

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      setNodes((before) =>
        applyNodeChanges(
          changes.filter(({ type }) => type !== 'remove'),
          before,
        ),
      )
      const chosen = new Set(store.getState().selected)
      for (const change of changes) {
        if (change.type !== 'select') continue
        if (change.selected) chosen.add(change.id)
        else chosen.delete(change.id)
      }
      store.select([...chosen])
      const moves = movesOf(store.getState().history.flow, changes)
      if (moves) store.edit(moves.operation, { key: moves.key, label: chosen.size > 1 ? 'moveNodes' : 'moveNode' })
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
    if (target) {
      const leads = edgeFrom(store.getState().history.flow, fromNode.id, fromHandle.id) !== undefined
      return store.edit({ type: 'connect', edge: newEdge(fromNode.id, fromHandle.id, target) }, { label: leads ? 'reconnect' : 'connect' })
    }
    const screen = { x: point.clientX, y: point.clientY }
    if (under?.closest('.react-flow'))
      store.set({ picking: { source: fromNode.id, outcome: fromHandle.id, position: screenToFlowPosition(screen), screen } })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    dropNode(store, event, screenToFlowPosition({ x: event.clientX, y: event.clientY }))
  }
  const onMove = useCallback((_event: unknown, { zoom }: Viewport) => {
    if (frame.current) frame.current.dataset.detail = detailOf(zoom)
  }, [])

  return (
    <section ref={frame} data-detail="words" data-testid="canvas" aria-label={t.editor.canvas} className="relative size-full">
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
        onInit={(instance) => onMove(undefined, showStart(instance, flow))}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
        connectionRadius={36}
        connectOnClick={false}
        deleteKeyCode={null}
        edgesFocusable={false}
        autoPanOnNodeFocus={false}
        onlyRenderVisibleElements={flow.nodes.length > 80}
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
      </ReactFlow>
      {flow.nodes.length === 0 && <EmptyCanvasHint />}
      <RunningConnection />
      <SelectionToolbar />
      <CanvasControls />
    </section>
  )
}

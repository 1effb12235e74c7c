'use client'

import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
  useReactFlow,
  type Viewport,
} from '@xyflow/react'
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { Later } from '../../ui/later.tsx'
import { SelectionToolbar } from '../arrange/selection-toolbar.tsx'
import { RunningConnection } from '../connect/running-connection.tsx'
import { useEdgeActs } from '../connect/use-edge-acts.ts'
import { mapParts } from '../later/parts.ts'
import { NoteCard } from '../notes/note-card.tsx'
import { VisitorLayer } from '../sharing/visitor-layer.tsx'
import type { EditorState } from '../state/editor-store.ts'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import { GhostLayer } from '../versions/ghost-layer.tsx'
import { canvasActs } from './canvas-acts.ts'
import { CanvasControls } from './canvas-controls.tsx'
import { DetailProvider } from './detail.tsx'
import { type Detail, detailOf } from './detail-of.ts'
import { EmptyCanvasHint } from './empty-canvas-hint.tsx'
import { FlowEdgeLine } from './flow-edge-line.tsx'
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

const severalKeys = ['Meta', 'Control']

export function FlowCanvas() {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const isLarge = useEditor((state) => state.history.flow.nodes.length > allDrawnUpTo)
  const isEmpty = useEditor((state) => state.history.flow.nodes.length === 0)
  const readOnly = useEditor((state) => state.readOnly)
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
      const { history, selected, layout } = state
      const draw = () => {
        setNodes((before) => mergeCanvas(before, history.flow, selected, locale))
        setEdges((before) => mergeEdges(before, history.flow, locale))
      }
      // Where all cards move at once, the page may answer in between.
      if (layout === 'moving') startTransition(draw)
      else draw()
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

  const onMove = useCallback((_event: unknown, { zoom }: Viewport) => {
    setDetail(detailOf(zoom))
  }, [])
  const acts = useMemo(() => canvasActs(store, screenToFlowPosition), [store, screenToFlowPosition])
  const ariaLabels = useMemo(
    () => ({ 'node.a11yDescription.default': t.editor.canvasHelp, 'node.a11yDescription.keyboardDisabled': t.editor.canvasHelp }),
    [t],
  )
  const start = useCallback(
    (instance: ReactFlowInstance<CanvasNode, LineEdge>) => onMove(undefined, showStart(instance, store.getState().history.flow)),
    [store, onMove],
  )

  return (
    <section
      ref={frame}
      data-detail={detail}
      data-moving={isMoving || undefined}
      data-read-only={readOnly || undefined}
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
          {...acts}
          {...edgeActs}
          onMove={onMove}
          onInit={start}
          connectionRadius={36}
          connectOnClick={false}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          deleteKeyCode={null}
          edgesFocusable={false}
          autoPanOnNodeFocus={false}
          onlyRenderVisibleElements={isLarge}
          minZoom={0.1}
          maxZoom={2}
          zoomOnDoubleClick={false}
          panOnScroll
          selectionKeyCode="Shift"
          multiSelectionKeyCode={severalKeys}
          ariaLabelConfig={ariaLabels}
        >
          <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} color="var(--dots)" />
          <VisitorLayer />
          <GhostLayer />
          {hasMap && <Later of={mapParts}>{({ FlowMap }) => <FlowMap />}</Later>}
        </ReactFlow>
      </DetailProvider>
      {isEmpty && <EmptyCanvasHint />}
      <RunningConnection />
      {!readOnly && <SelectionToolbar />}
      <CanvasControls hasMap={hasMap} onMap={toggleMap} />
    </section>
  )
}

'use client'

import { useReactFlow } from '@xyflow/react'
import { Map as MapIcon, Maximize, Minus, Network, Plus, Redo2, Undo2 } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { Button } from '../../ui/button.tsx'
import { useLayOut } from '../layout/use-lay-out.ts'
import { useWarmEngine } from '../layout/use-warm-engine.ts'
import { useEditor } from '../state/use-editor.tsx'
import { useUndo } from '../state/use-undo.ts'
import { useZoom } from './use-zoom.ts'

const durationMs = 140

/** Zoom, map, layout and undo, in the lower left corner. */
export const CanvasControls = memo(function CanvasControls({ hasMap, onMap }: { hasMap: boolean; onMap: () => void }) {
  const t = useText()
  const flow = useReactFlow()
  const zoom = useZoom()
  const layOut = useLayOut()
  useWarmEngine()
  const isLayingOut = useEditor((state) => state.layout !== undefined)
  const chosen = useEditor((state) => state.selected.length)
  const { undo, redo, canUndo, canRedo } = useUndo()
  const mapLabel = hasMap ? t.canvas.hideMap : t.canvas.showMap
  const readOnly = useEditor((state) => state.readOnly)
  return (
    <div
      id="canvas-controls"
      className="absolute bottom-3 left-3 z-10 flex items-center gap-px rounded-lg border border-line bg-surface p-0.5 shadow-card"
    >
      <Control label={t.editor.zoomOut} onClick={() => flow.zoomOut({ duration: durationMs })}>
        <Minus size={15} />
      </Control>
      <Control label={t.editor.fit} keys="1" onClick={zoom.all}>
        <Maximize size={14} />
      </Control>
      <Control label={t.editor.zoomIn} onClick={() => flow.zoomIn({ duration: durationMs })}>
        <Plus size={15} />
      </Control>
      <Control label={mapLabel} keys="M" testId="toggle-map" isPressed={hasMap} onClick={onMap}>
        <MapIcon size={14} />
      </Control>
      {!readOnly && (
        <>
          <Divider />
          <Control
            label={chosen > 1 ? t.canvas.layOutSelected(chosen) : t.canvas.layOut}
            testId="lay-out"
            isBusy={isLayingOut}
            onClick={() => void layOut()}
          >
            <Network size={14} className="-rotate-90" />
          </Control>
          <Divider />
          <Control label={t.editor.undo} keys="⌘Z" testId="undo" disabled={!canUndo} onClick={undo}>
            <Undo2 size={15} />
          </Control>
          <Control label={t.editor.redo} keys="⇧⌘Z" testId="redo" disabled={!canRedo} onClick={redo}>
            <Redo2 size={15} />
          </Control>
        </>
      )}
    </div>
  )
})

const Divider = () => <span aria-hidden className="mx-1 h-4 w-px bg-line" />

type ControlProps = {
  label: string
  keys?: string
  testId?: string
  disabled?: boolean
  isPressed?: boolean
  isBusy?: boolean
  onClick: () => void
  children: ReactNode
}

function Control({ label, keys, testId, disabled, isPressed, isBusy, onClick, children }: ControlProps) {
  return (
    <Button
      look="ghost"
      size="icon"
      data-testid={testId}
      disabled={disabled}
      aria-label={label}
      aria-pressed={isPressed}
      aria-busy={isBusy}
      title={keys ? `${label} ${keys}` : label}
      className={cn(isPressed && 'bg-hover text-ink', isBusy && 'animate-pulse')}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}

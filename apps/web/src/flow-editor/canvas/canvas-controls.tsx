'use client'

import { useReactFlow } from '@xyflow/react'
import { Maximize, Minus, Plus, Redo2, Undo2 } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useUndo } from '../state/use-undo.ts'

const durationMs = 140

/** Zoom and undo, in the lower left corner. */
export function CanvasControls() {
  const t = useText()
  const flow = useReactFlow()
  const { undo, redo, canUndo, canRedo } = useUndo()
  return (
    <div
      id="canvas-controls"
      className="absolute bottom-3 left-3 z-10 flex items-center gap-px rounded-lg border border-line bg-surface p-0.5 shadow-card"
    >
      <Button
        look="ghost"
        size="icon"
        aria-label={t.editor.zoomOut}
        title={t.editor.zoomOut}
        onClick={() => flow.zoomOut({ duration: durationMs })}
      >
        <Minus size={15} />
      </Button>
      <Button
        look="ghost"
        size="icon"
        aria-label={t.editor.fit}
        title={t.editor.fit}
        onClick={() => flow.fitView({ duration: durationMs, maxZoom: 1, padding: 0.12 })}
      >
        <Maximize size={14} />
      </Button>
      <Button
        look="ghost"
        size="icon"
        aria-label={t.editor.zoomIn}
        title={t.editor.zoomIn}
        onClick={() => flow.zoomIn({ duration: durationMs })}
      >
        <Plus size={15} />
      </Button>
      <span aria-hidden className="mx-1 h-4 w-px bg-line" />
      <Button
        look="ghost"
        size="icon"
        data-testid="undo"
        disabled={!canUndo}
        aria-label={t.editor.undo}
        title={`${t.editor.undo} ⌘Z`}
        onClick={undo}
      >
        <Undo2 size={15} />
      </Button>
      <Button
        look="ghost"
        size="icon"
        data-testid="redo"
        disabled={!canRedo}
        aria-label={t.editor.redo}
        title={`${t.editor.redo} ⇧⌘Z`}
        onClick={redo}
      >
        <Redo2 size={15} />
      </Button>
    </div>
  )
}

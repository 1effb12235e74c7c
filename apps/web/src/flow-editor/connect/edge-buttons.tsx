'use client'

import { EdgeLabelRenderer } from '@xyflow/react'
import { Plus, X } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import { keepHovered, leaveSoon } from './hovered-edge.ts'

const look = 'grid size-6 place-items-center rounded-full shadow-float pointer-coarse:size-9'

/** In the middle of an edge that is pointed at or selected: insert a node there; when selected, remove the edge. */
export function EdgeButtons({ id, x, y }: { id: string; x: number; y: number }) {
  const t = useText()
  const store = useEditorStore()
  const isSelected = useEditor((state) => state.selectedEdge === id)
  const isHovered = useEditor((state) => state.hoveredEdge === id)
  if (!isSelected && !isHovered) return null
  const insert = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    store.set({ hoveredEdge: undefined, picking: { edge: id, screen: { x: box.right + 8, y: box.top - 8 } } })
  }
  return (
    <EdgeLabelRenderer>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only keeps clicks to its buttons */}
      <div
        className="nodrag nopan pointer-events-auto absolute flex gap-1"
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)`, zIndex: 5 }}
        // Inside the edge for React: its click would select the edge.
        onClick={(event) => event.stopPropagation()}
        onPointerEnter={() => keepHovered(store, id)}
        onPointerLeave={() => leaveSoon(store)}
      >
        <button
          type="button"
          aria-label={t.canvasEdit.insertHere}
          title={t.canvasEdit.insertHere}
          data-testid={`insert-on-${id}`}
          className={`${look} border border-line-strong bg-surface text-ink hover:bg-hover`}
          onClick={insert}
        >
          <Plus size={13} aria-hidden />
        </button>
        {isSelected && (
          <button
            type="button"
            aria-label={t.editor.deleteEdge}
            title={t.editor.deleteEdge}
            data-testid={`delete-edge-${id}`}
            className={`${look} bg-ink text-on-ink`}
            onClick={() => store.edit({ type: 'disconnect', id })}
          >
            <X size={13} aria-hidden />
          </button>
        )}
      </div>
    </EdgeLabelRenderer>
  )
}

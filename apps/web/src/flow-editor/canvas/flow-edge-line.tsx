'use client'

import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { X } from 'lucide-react'
import { memo } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'

/** Each row of a card leads its edge down a lane of its own. */
const firstOffset = 22
const lane = 9

/** A connection: leaves right, enters left, in smooth steps; its outcome's name shows when it is pointed at, or when the rows are too small to read. */
export const FlowEdgeLine = memo(function FlowEdgeLine(props: EdgeProps) {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, label, markerEnd, data } = props
  const t = useText()
  const store = useEditorStore()
  const isSelected = useEditor((state) => state.selectedEdge === id)
  const isVisited = useEditor((state) => state.trail?.edgeIds.has(id) ?? false)
  const mark = useEditor((state) => state.overlay?.edges.get(id))
  const offset = firstOffset + lane * (typeof data?.row === 'number' ? data.row : 0)
  const isForward = targetX > sourceX + offset + firstOffset
  const [path, middleX, middleY] = getSmoothStepPath({
    ...{ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, offset },
    borderRadius: 10,
    ...(isForward ? { centerX: sourceX + offset } : {}),
  })

  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        markerEnd={markerEnd}
        interactionWidth={18}
        className={cn(
          'flow-edge',
          isSelected && 'flow-edge-selected',
          (isVisited || mark?.passed) && 'flow-edge-visited',
          mark?.change && `flow-edge-${mark.change}`,
        )}
        data-visited={isVisited || undefined}
      />
      {isSelected && (
        <EdgeLabelRenderer>
          <button
            type="button"
            aria-label={t.editor.deleteEdge}
            data-testid={`delete-edge-${id}`}
            className="nodrag nopan pointer-events-auto absolute grid size-6 place-items-center rounded-full bg-ink text-on-ink shadow-float"
            style={{ transform: `translate(-50%, -50%) translate(${middleX}px, ${middleY}px)` }}
            onClick={() => store.edit({ type: 'disconnect', id })}
          >
            <X size={13} aria-hidden />
          </button>
        </EdgeLabelRenderer>
      )}
      {label !== undefined && isSelected && (
        <EdgeLabelRenderer>
          <span
            aria-hidden
            className="edge-label pointer-events-none absolute max-w-[120px] truncate rounded bg-canvas px-1 text-[10.5px] text-ink-3 leading-4"
            style={{ transform: `translate(${sourceX + 12}px, ${sourceY - 19}px)` }}
          >
            {label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
})

'use client'

import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { memo } from 'react'
import { cn } from '../../lib/cn.ts'
import { EdgeButtons } from '../connect/edge-buttons.tsx'
import { useEditor } from '../state/use-editor.tsx'

/** Each row of a card leads its edge down a lane of its own. */
const firstOffset = 22
const lane = 9

/** A connection: leaves right, enters left, in smooth steps; its outcome's name shows when it is pointed at, or when the rows are too small to read. */
export const FlowEdgeLine = memo(function FlowEdgeLine(props: EdgeProps) {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, label, markerEnd, data } = props
  const isSelected = useEditor((state) => state.selectedEdge === id)
  const isVisited = useEditor((state) => state.trail?.edgeIds.has(id) ?? false)
  const mark = useEditor((state) => state.overlay?.edges.get(id))
  const readOnly = useEditor((state) => state.readOnly)
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
        data-passed={mark?.passed || undefined}
        style={mark?.share === undefined ? undefined : { strokeWidth: 1 + 2.5 * mark.share }}
      />
      {!readOnly && <EdgeButtons id={id} x={middleX} y={middleY} />}
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

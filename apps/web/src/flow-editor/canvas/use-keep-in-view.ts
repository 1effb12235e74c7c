'use client'

import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { cardHeight, cardWidth } from '../card-size.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'

const marginPx = 24
const durationMs = 140

/** How far a span must move to lie inside another. */
const shift = (from: number, to: number, low: number, high: number) => (to > high ? high - to : from < low ? low - from : 0)

/** Moves the canvas just enough to show a card that was selected or added, or that a call has reached. */
export function useKeepInView(frame: RefObject<HTMLElement | null>): void {
  const store = useEditorStore()
  const { getViewport, setViewport } = useReactFlow()
  const selected = useEditor((state) => (state.selected.length === 1 ? state.selected[0] : undefined))
  const current = useEditor((state) => state.trail?.currentNodeId)
  const shown = current ?? selected
  useEffect(() => {
    if (shown === undefined) return
    // The inspector opens in the same moment: look at the room that is left once it stands.
    const handle = requestAnimationFrame(() => {
      const { flow } = store.getState().history
      const node = nodeById(flow, shown)
      const box = frame.current?.getBoundingClientRect()
      if (!node || !box) return
      const { x, y, zoom } = getViewport()
      const [left, top] = [node.position.x * zoom + x, node.position.y * zoom + y]
      const byX = shift(left, left + cardWidth * zoom, marginPx, box.width - marginPx)
      const byY = shift(top, top + cardHeight(node, flow) * zoom, marginPx, box.height - marginPx)
      if (byX !== 0 || byY !== 0) void setViewport({ x: x + byX, y: y + byY, zoom }, { duration: durationMs })
    })
    return () => cancelAnimationFrame(handle)
  }, [shown, store, frame, getViewport, setViewport])
}

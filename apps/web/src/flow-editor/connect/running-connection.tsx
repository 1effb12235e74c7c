'use client'

import { useEffect, useRef } from 'react'
import { useEditor } from '../state/use-editor.tsx'

/** The line from an outcome to the pointer while its next node is being chosen: a click on a card connects. */
export function RunningConnection() {
  const picking = useEditor((state) => state.picking)
  const source = picking?.source
  const outcome = picking?.outcome
  const line = useRef<SVGPathElement>(null)

  useEffect(() => {
    if (source === undefined || outcome === undefined) return
    const draw = ({ clientX, clientY }: PointerEvent) => {
      const frame = line.current?.ownerSVGElement?.getBoundingClientRect()
      const handle = document.querySelector(
        `.react-flow__handle.source[data-nodeid="${CSS.escape(source)}"][data-handleid="${CSS.escape(outcome)}"]`,
      )
      const box = handle?.getBoundingClientRect()
      if (!frame || !box) return
      const [fromX, fromY] = [box.left + box.width / 2 - frame.left, box.top + box.height / 2 - frame.top]
      const [toX, toY] = [clientX - frame.left, clientY - frame.top]
      const bend = Math.max(40, Math.abs(toX - fromX) / 2)
      line.current?.setAttribute('d', `M${fromX} ${fromY} C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`)
    }
    document.addEventListener('pointermove', draw)
    return () => document.removeEventListener('pointermove', draw)
  }, [source, outcome])

  if (source === undefined || outcome === undefined) return null
  return (
    <svg aria-hidden="true" data-testid="running-connection" className="pointer-events-none absolute inset-0 z-10 size-full">
      <path ref={line} fill="none" className="react-flow__connection-path" />
    </svg>
  )
}

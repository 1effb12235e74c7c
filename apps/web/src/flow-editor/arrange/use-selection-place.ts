'use client'

import { useStore } from '@xyflow/react'
import { boxAround } from './box-of.ts'

const above = 52
const edge = 8

/** Where something of a width stands over what is selected, in pixels of the canvas's frame: always inside of it, also while things are dragged. */
export function useSelectionPlace(ids: readonly string[], width: number): { left: number; top: number } | undefined {
  const place = useStore((state) => {
    if (ids.length < 2) return undefined
    const around = boxAround(
      ids.flatMap((id) => {
        const node = state.nodeLookup.get(id)
        if (!node) return []
        const { width: wide = 0, height: high = 0 } = node.measured
        return [{ ...node.internals.positionAbsolute, width: wide, height: high }]
      }),
    )
    if (!around) return undefined
    const [x, y, zoom] = state.transform
    const middle = x + (around.x + around.width / 2) * zoom
    const left = Math.max(edge, Math.min(middle - width / 2, state.width - width - edge))
    const top = Math.max(edge, Math.min(y + around.y * zoom - above, state.height - above))
    return `${Math.round(left)} ${Math.round(top)}`
  })
  const [left, top] = (place ?? '').split(' ').map(Number)
  return left === undefined || top === undefined ? undefined : { left, top }
}

import type { Box } from '../arrange/box-of.ts'

const stepPx = 12

/** The id of the drawn edge that runs through a box, nearest to its middle, in the canvas's own pixels. */
export function edgeUnder(box: Box): string | undefined {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  let nearest: { id: string; distance: number } | undefined
  for (const edge of document.querySelectorAll<SVGGElement>('.react-flow__edge')) {
    const { id } = edge.dataset
    const path = edge.querySelector<SVGPathElement>('path.react-flow__edge-path')
    if (id === undefined || !path || !touches(path.getBBox(), box)) continue
    const length = path.getTotalLength()
    // Its ends lie at the cards it joins: only what is between them is an edge to drop on.
    for (let at = stepPx; at < length - stepPx; at += stepPx) {
      const { x, y } = path.getPointAtLength(at)
      if (!touches({ x, y, width: 0, height: 0 }, box)) continue
      const distance = Math.hypot(x - middle.x, y - middle.y)
      if (!nearest || distance < nearest.distance) nearest = { id, distance }
    }
  }
  return nearest?.id
}

const touches = (a: Box, b: Box) => a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height

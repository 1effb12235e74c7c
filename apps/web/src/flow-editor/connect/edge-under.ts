import type { Box } from '../arrange/box-of.ts'

const stepPx = 12

/** The id of the first drawn edge that runs through a box, in the canvas's own pixels. */
export function edgeUnder(box: Box): string | undefined {
  const edges = document.querySelectorAll<SVGGElement>('.react-flow__edge')
  for (const edge of edges) {
    const { id } = edge.dataset
    const path = edge.querySelector<SVGPathElement>('path.react-flow__edge-path')
    if (id === undefined || !path || !touches(path.getBBox(), box)) continue
    const length = path.getTotalLength()
    // Its ends lie at the cards it joins: only what is between them is an edge to drop on.
    for (let at = stepPx; at < length - stepPx; at += stepPx) {
      const { x, y } = path.getPointAtLength(at)
      if (touches({ x, y, width: 0, height: 0 }, box)) return id
    }
  }
  return undefined
}

const touches = (a: Box, b: Box) => a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height

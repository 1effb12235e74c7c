import type { Flow } from '@parley/flow-runtime'
import type { ReactFlowInstance, Viewport } from '@xyflow/react'
import { cardHeight, cardWidth } from '../card-size.ts'
import { nodeById } from '../state/flow-lookup.ts'
import type { CanvasNode } from './merge-canvas.ts'
import type { LineEdge } from './merge-edges.ts'

const marginPx = 72
const readable = 0.75

/** The first look at a flow: all of it if the words can be read, else its beginning. */
export function showStart(instance: ReactFlowInstance<CanvasNode, LineEdge>, flow: Flow): Viewport {
  const frame = document.querySelector('.react-flow')?.getBoundingClientRect()
  const start = nodeById(flow, flow.start) ?? flow.nodes[0]
  if (!frame || !start) return instance.getViewport()
  const xs = flow.nodes.map(({ position }) => position.x)
  const ys = flow.nodes.map(({ position }) => position.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const width = Math.max(...xs) + cardWidth - left
  const height = Math.max(...flow.nodes.map((node) => node.position.y + cardHeight(node, flow))) - top
  const fitting = Math.min(1, (frame.width - 2 * marginPx) / width, (frame.height - 2 * marginPx) / height)
  const viewport =
    fitting >= readable
      ? { zoom: fitting, x: (frame.width - width * fitting) / 2 - left * fitting, y: (frame.height - height * fitting) / 2 - top * fitting }
      : {
          zoom: readable,
          x: marginPx - start.position.x * readable,
          y: Math.min(marginPx - top * readable, frame.height / 2 - (start.position.y + cardHeight(start, flow) / 2) * readable),
        }
  void instance.setViewport(viewport)
  return viewport
}

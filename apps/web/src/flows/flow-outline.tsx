import { editorOf } from '../flow-editor/node-words.ts'
import type { ListedFlow } from './listed-flow.ts'

const [width, height] = [260, 150]

/** The whole flow as coloured blocks and lines: enough to recognise it. */
export function FlowOutline({ nodes, edges }: Pick<ListedFlow, 'nodes' | 'edges'>) {
  if (nodes.length === 0) return null
  const xs = nodes.map(({ position }) => position.x)
  const ys = nodes.map(({ position }) => position.y)
  const [left, top] = [Math.min(...xs) - 80, Math.min(...ys) - 80]
  const [right, bottom] = [Math.max(...xs) + width + 80, Math.max(...ys) + height + 80]
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return (
    <svg viewBox={`${left} ${top} ${right - left} ${bottom - top}`} className="size-full" aria-hidden="true">
      {edges.map(({ id, source, target }) => {
        const [from, to] = [byId.get(source)?.position, byId.get(target)?.position]
        // Ways back would only cover the picture.
        if (!from || !to || to.x <= from.x) return null
        const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2]
        const bend = Math.max(60, Math.abs(x2 - x1) / 2)
        return (
          <path
            key={id}
            d={`M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
            fill="none"
            stroke="var(--edge)"
            strokeWidth={7}
            opacity={0.45}
          />
        )
      })}
      {nodes.map(({ id, type, position }) => (
        <rect
          key={id}
          x={position.x}
          y={position.y}
          width={width}
          height={height}
          rx={24}
          fill={`var(--${editorOf(type).group}-soft)`}
          stroke={`var(--${editorOf(type).group})`}
          strokeWidth={7}
        />
      ))}
    </svg>
  )
}

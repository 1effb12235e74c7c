import type { Flow } from '@parley/flow-runtime'
import { cardHeight, cardWidth } from '../card-size.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** How much more a card off the line counts than one straight ahead. */
const sideways = 2.5

/** The card one comes to from another in a direction, as the eye would go; undefined at the edge of the flow. */
export function neighbourOf(flow: Flow, id: string, direction: Direction): string | undefined {
  const middles = new Map(
    flow.nodes.map((node) => [node.id, { x: node.position.x + cardWidth / 2, y: node.position.y + cardHeight(node, flow) / 2 }]),
  )
  const from = middles.get(id)
  if (!from) return undefined
  let best: { id: string; cost: number } | undefined
  for (const [other, at] of middles) {
    const [dx, dy] = [at.x - from.x, at.y - from.y]
    const isAcross = direction === 'left' || direction === 'right'
    const ahead = direction === 'right' ? dx : direction === 'left' ? -dx : direction === 'down' ? dy : -dy
    const aside = Math.abs(isAcross ? dy : dx)
    // Within a cone: what is more beside than ahead belongs to another arrow.
    if (other === id || ahead <= 0 || aside > ahead * 2) continue
    const cost = ahead + sideways * aside
    if (!best || cost < best.cost) best = { id: other, cost }
  }
  return best?.id
}

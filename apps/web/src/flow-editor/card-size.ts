import type { Flow, FlowNode } from '@parley/flow-runtime'
import { outcomesIn } from './state/outcomes-in.ts'

export const cardWidth = 260
export const rowHeight = 28
const headHeight = 38
const wordsHeight = 48
const gap = 24

export const cardHeight = (node: FlowNode, flow: Flow) => headHeight + wordsHeight + outcomesIn(flow, node, 'en').length * rowHeight + 4

type Point = { x: number; y: number }

/** The wanted place, moved down until the card lies on no other. */
export function freePlace(flow: Flow, node: FlowNode, wanted: Point): Point {
  const height = cardHeight(node, flow)
  const others = flow.nodes.filter((other) => other.id !== node.id)
  let { x, y } = { x: Math.round(wanted.x / 10) * 10, y: Math.round(wanted.y / 10) * 10 }
  for (let tries = 0; tries < 200; tries++) {
    const hit = others.find(
      (other) =>
        x < other.position.x + cardWidth + gap &&
        other.position.x < x + cardWidth + gap &&
        y < other.position.y + cardHeight(other, flow) + gap &&
        other.position.y < y + height + gap,
    )
    if (!hit) break
    y = Math.ceil((hit.position.y + cardHeight(hit, flow) + gap) / 10) * 10
  }
  return { x, y }
}

/** The wanted shift of some cards, further down until none of them lies on another one. */
export function freeShift(flow: Flow, nodes: readonly FlowNode[], { x, y }: Point): Point {
  const needed = (from: number) =>
    Math.max(
      ...nodes.map(
        (node) => freePlace(flow, { ...node, id: '' }, { x: node.position.x + x, y: node.position.y + from }).y - node.position.y,
      ),
    )
  let down = y
  for (let tries = 0; tries < 20; tries++) {
    const further = needed(down)
    if (further <= down) break
    down = further
  }
  return { x, y: down }
}

import type { Flow } from '@parley/flow-runtime'
import { freeShift } from '../card-size.ts'

type Point = { x: number; y: number }

/**
 * The flow with some of its nodes at new places. All of it: shifted so that the start stays where it is. A part: its upper left corner
 * stays, and it moves down until it lies on no other card. Nodes that are gone meanwhile are left out.
 */
export function placeNodes(flow: Flow, places: ReadonlyMap<string, Point>): Flow {
  const moved = flow.nodes.filter(({ id }) => places.has(id))
  if (moved.length === 0) return flow
  const isWhole = moved.length === flow.nodes.length
  const anchor = isWhole ? moved.find(({ id }) => id === flow.start) : undefined
  const at = anchor && places.get(anchor.id)
  const [fromX, fromY] = at ? [at.x, at.y] : corner([...places.values()])
  const [toX, toY] = anchor ? [anchor.position.x, anchor.position.y] : corner(moved.map(({ position }) => position))
  const place = ({ x, y }: Point) => ({ x: Math.round((x - fromX + toX) / 10) * 10, y: Math.round((y - fromY + toY) / 10) * 10 })
  const placed = moved.map((node) => ({ ...node, position: place(places.get(node.id) ?? node.position) }))
  const others = { ...flow, nodes: flow.nodes.filter(({ id }) => !places.has(id)) }
  const down = isWhole ? 0 : freeShift(others, placed, { x: 0, y: 0 }).y
  const byId = new Map(placed.map((node) => [node.id, { ...node, position: { ...node.position, y: node.position.y + down } }]))
  return { ...flow, nodes: flow.nodes.map((node) => byId.get(node.id) ?? node) }
}

const corner = (points: readonly Point[]): [number, number] => [
  Math.min(...points.map(({ x }) => x)),
  Math.min(...points.map(({ y }) => y)),
]

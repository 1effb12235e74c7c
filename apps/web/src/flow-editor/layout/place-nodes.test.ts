import { apply, editsBetween } from '@parley/flow-runtime'
import { bigFlow } from '@parley/testing/big-flow'
import { expect, test } from 'vitest'
import { cardHeight, cardWidth } from '../card-size.ts'
import { elkGraph } from './elk-graph.ts'
import { placeNodes } from './place-nodes.ts'

const flow = bigFlow({ nodes: 60 })

test('a whole layout leaves the start where it is, and undo is one edit', () => {
  const places = new Map(flow.nodes.map(({ id }, at) => [id, { x: at * 400 + 5_000, y: 7_000 }]))
  const next = placeNodes(flow, places)
  expect(next.nodes.find(({ id }) => id === flow.start)?.position).toEqual(flow.nodes.find(({ id }) => id === flow.start)?.position)
  expect(apply(flow, editsBetween(flow, next)).nodes.map(({ position }) => position)).toEqual(next.nodes.map(({ position }) => position))
})

test('a part that is laid out comes to lie on no other card, and the others stay', () => {
  const part = flow.nodes.slice(10, 20).map(({ id }) => id)
  const next = placeNodes(flow, new Map(part.map((id, at) => [id, { x: 0, y: at * 900 }])))
  const [moved, others] = [true, false].map((isPart) => next.nodes.filter(({ id }) => part.includes(id) === isPart))
  expect(others).toEqual(flow.nodes.filter(({ id }) => !part.includes(id)))
  for (const one of moved ?? []) {
    const hit = others?.find(
      (other) =>
        Math.abs(other.position.x - one.position.x) < cardWidth &&
        one.position.y < other.position.y + cardHeight(other, next) &&
        other.position.y < one.position.y + cardHeight(one, next),
    )
    expect(hit?.id).toBeUndefined()
  }
})

test('every connection of a flow goes from the port of its outcome', () => {
  const graph = elkGraph(flow, flow.nodes, (node) => cardHeight(node, flow))
  expect(graph.edges).toHaveLength(flow.edges.length)
  const ports = new Set(graph.children?.flatMap(({ ports = [] }) => ports.map(({ id }) => id)))
  expect(graph.edges?.every(({ sources, targets }) => [...sources, ...targets].every((id) => ports.has(id)))).toBe(true)
})

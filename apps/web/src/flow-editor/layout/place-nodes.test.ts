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

test('of a large flow the connections that shape the layout lead onward, to every node there is a way to, and keep near layers together', () => {
  const large = bigFlow({ nodes: 300 })
  const graph = elkGraph(large, large.nodes, (node) => cardHeight(node, large))
  const shaping = new Set(graph.edges?.map(({ id }) => id))
  const kept = large.edges.filter(({ id }) => shaping.has(id))
  expect(kept.length).toBeLessThan(large.edges.length)
  const layers = new Map<string, number>()
  for (let round = 0; round < large.nodes.length; round++)
    for (const { source, target } of kept) layers.set(target, Math.max(layers.get(target) ?? 0, (layers.get(source) ?? 0) + 1))
  const layerOf = (id: string) => layers.get(id) ?? 0
  expect(Math.max(...layers.values())).toBeLessThan(large.nodes.length)
  expect(kept.every(({ source, target }) => layerOf(source) < layerOf(target))).toBe(true)
  const reached = new Set(kept.map(({ target }) => target))
  // `human` is heard anywhere: a beginning of its own, to which others lead back.
  expect(new Set(large.edges.map(({ target }) => target).filter((id) => !reached.has(id)))).toEqual(new Set(['human']))
})

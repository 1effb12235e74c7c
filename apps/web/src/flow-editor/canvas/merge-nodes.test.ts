import { apply } from '@parley/flow-runtime'
import { bigFlow } from '@parley/testing/big-flow'
import { expect, test } from 'vitest'
import { mergeEdges } from './merge-edges.ts'
import { mergeNodes, withoutGuesses } from './merge-nodes.ts'

const flow = bigFlow({ nodes: 60 })
const nodes = mergeNodes([], flow, [], 'en')
const edges = mergeEdges([], flow, 'en')
const retold = apply(flow, { type: 'updateNode', id: 'greet', data: { text: { en: 'Good morning.' } } })

test('an edit of words gives React Flow nothing to do', () => {
  expect(retold).not.toBe(flow)
  expect(mergeNodes(nodes, retold, [], 'en')).toBe(nodes)
  expect(mergeEdges(edges, retold, 'en')).toBe(edges)
})

test('only the card that moved or was selected, and only the edge that was drawn, become new objects', () => {
  const moved = apply(flow, { type: 'moveNode', id: 'bye', position: { x: -500, y: -500 } })
  const next = mergeNodes(nodes, moved, ['greet'], 'en')
  expect(next.filter((node, at) => node !== nodes[at]).map(({ id }) => id)).toEqual(['greet', 'bye'])
  const [gone] = flow.edges
  const drawn = mergeEdges(edges, apply(flow, { type: 'disconnect', id: gone?.id ?? '' }), 'en')
  expect(drawn).toHaveLength(edges.length - 1)
  expect(drawn.every((edge) => edges.includes(edge))).toBe(true)
})

test('a guessed card has a handle for every outcome, anew when outcomes change, none once it is measured', () => {
  const menu = nodes.find(({ id }) => id === 'menu0')
  const source = flow.nodes.find(({ id }) => id === 'menu0')
  if (source?.type !== 'intent') throw new Error('menu0 is no menu.')
  const intents = source.data.intents.slice(1)
  expect(menu?.handles?.map(({ id }) => id)).toEqual(['in', ...source.data.intents, 'noMatch', 'silent'])
  const fewer = mergeNodes(nodes, apply(flow, { type: 'updateNode', id: 'menu0', data: { intents } }), [], 'en')
  expect(fewer.find(({ id }) => id === 'menu0')?.handles?.map(({ id }) => id)).toEqual(['in', ...intents, 'noMatch', 'silent'])
  const measured = withoutGuesses(nodes, new Set(['menu0']))
  expect(measured.filter(({ handles }) => !handles).map(({ id }) => id)).toEqual(['menu0'])
})

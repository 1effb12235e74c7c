import { apply, type Flow, type Operation } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { expect, test } from 'vitest'
import { changesOverlay } from './changes-overlay.ts'

const before = templates.threeNodes
const edited = (...operations: Operation[]): Flow => operations.reduce(apply, before)

test('what is new is added, what says something else is changed, what is gone leaves a ghost with its connections', () => {
  const after = edited(
    { type: 'removeNode', id: 'askName' },
    { type: 'updateNode', id: 'greet', data: { text: { en: 'Good evening.' } } },
    {
      type: 'addNode',
      node: { id: 'fresh', type: 'say', position: { x: 0, y: 900 }, data: { text: { en: 'New.' }, interruptible: true } },
    },
    { type: 'connect', edge: { id: 'new', source: 'fresh', sourceHandle: 'next', target: 'bye' } },
  )
  const overlay = changesOverlay(before, after, 'en')
  expect([...overlay.nodes]).toEqual([
    ['greet', { change: 'changed' }],
    ['fresh', { change: 'added' }],
  ])
  expect([...overlay.edges]).toEqual([['new', { change: 'added' }]])
  expect(overlay.ghosts.map(({ id }) => id)).toEqual(['askName'])
  expect(overlay.lostEdges).toHaveLength(before.edges.filter(({ source, target }) => [source, target].includes('askName')).length)
})

test('of two flows that are the same nothing is marked', () => {
  const { nodes, edges, ghosts, lostEdges } = changesOverlay(before, before, 'fr')
  expect([nodes.size, edges.size, ghosts, lostEdges]).toEqual([0, 0, [], []])
})

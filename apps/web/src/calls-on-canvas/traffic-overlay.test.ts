import { templates } from '@parley/flow-runtime/templates'
import { expect, it } from 'vitest'
import { outcomeKey } from '../flow-editor/state/overlay.ts'
import { catalogues } from '../i18n/catalogue.ts'
import { trafficOverlay, trafficSummary } from './traffic-overlay.ts'

const row = (nodeId: string, outcome: string, calls: number, ended = 0, lost = ended) => ({ nodeId, outcome, calls, ended, lost })
const traffic = [
  row('greet', '', 8, 2),
  row('greet', 'next', 6),
  row('askName', '', 6, 1),
  row('askName', 'done', 3),
  row('askName', 'silent', 2, 2, 1),
  row('askName/who', '', 2, 1),
  row('bye', '', 2, 2, 0),
  row('gone', '', 1),
]

it('marks shares of those who came, and who was lost, also inside a subflow', () => {
  const { nodes, outcomes, edges } = trafficOverlay(templates.threeNodes, traffic, catalogues.en, 'en')
  expect([...nodes].map(([id, { count, ended }]) => [id, count, ended])).toEqual([
    ['greet', 8, 0.25],
    ['askName', 6, 2 / 6],
    ['bye', 2, 0],
  ])
  expect(outcomes.get(outcomeKey('askName', 'silent'))).toEqual({
    ...{ share: 2 / 6, ended: 1 / 6 },
    title: '2 of 6 calls that came here (33%) went this way\n2 ended here, 1 of them lost',
  })
  expect(edges.get('askName-done')).toEqual({ share: 0.5 })
  expect(nodes.get('bye')?.title).toBe('2 calls came here\n2 ended here, 0 of them lost')
})

it('adds up calls, losses, and where most were lost', () => {
  expect(trafficSummary(traffic)).toEqual({
    ...{ calls: 8, lost: 5 },
    worst: [
      { nodeId: 'askName', lost: 3, calls: 6 },
      { nodeId: 'greet', lost: 2, calls: 8 },
    ],
  })
  expect(trafficSummary([])).toEqual({ calls: 0, lost: 0, worst: [] })
})

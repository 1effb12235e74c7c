import { templates } from '@parley/flow-runtime/templates'
import { expect, test } from 'vitest'
import { outcomeKey } from '../flow-editor/state/overlay.ts'
import { coverageOverlay } from './coverage-overlay.ts'

test('an outcome is covered when its edge was followed, and has no mark where there is no edge', () => {
  const [first, ...others] = templates.appointment.edges
  const [open] = others
  if (!first || !open) throw new Error('The template has edges.')
  const flow = { ...templates.appointment, edges: templates.appointment.edges.filter((edge) => edge !== open) }
  const overlay = coverageOverlay(flow, { visited: { nodes: [first.source], edges: [first.id] } })
  expect(overlay.outcomes.get(outcomeKey(first.source, first.sourceHandle))).toEqual({ covered: true })
  expect(overlay.outcomes.get(outcomeKey(open.source, open.sourceHandle))).toBeUndefined()
  expect([...overlay.outcomes.values()].filter(({ covered }) => covered)).toHaveLength(1)
  expect(overlay.outcomes.size).toBe(flow.edges.length)
  expect(overlay.edges.get(first.id)).toEqual({ passed: true })
})

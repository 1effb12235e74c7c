import { templateScenarios } from '@parley/flow-runtime/template-scenarios'
import { expect, test } from 'vitest'
import { stepOfRow, stepRow } from './step-row.ts'

const steps = Object.values(templateScenarios).flatMap((scenarios) => scenarios.flatMap((scenario) => scenario.steps))

test('every step of every template comes back from its row as it was', () => {
  expect(steps.length).toBeGreaterThan(50)
  expect(steps.map((step, key) => stepOfRow(stepRow(step, key)))).toEqual(steps)
})

test('a changed text changes the step and keeps its note; what is no step is refused', () => {
  const row = stepRow({ agent: { node: 'askDay' }, note: 'Which day?' }, 1)
  expect(stepOfRow({ ...row, text: 'askTime' })).toEqual({ agent: { node: 'askTime' }, note: 'Which day?' })
  expect(stepOfRow({ ...stepRow({ keys: '1' }, 1), text: 'x' })).toBeUndefined()
  expect(stepOfRow({ ...stepRow({ transfer: 'connected' }, 1), text: '{"transfer":"somewhere"}' })).toBeUndefined()
  expect(stepOfRow({ ...row, text: '' })).toBeUndefined()
})

import { flow as flowSchema } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { expect, it } from 'vitest'
import { nodeTitle, outcomeTitle } from './node-title.ts'

it('names a node of a subflow after the flow it is in, and an unknown one by its id', () => {
  const { subflows: _, ...verify } = { ...templates.threeNodes, name: 'Verify caller' }
  const position = { x: 0, y: 0 }
  const nodes = [{ id: 'check', type: 'subflow', position, data: { flow: 'verify' } }]
  const flow = flowSchema.parse({ schemaVersion: 1, nodes, start: 'check', subflows: { verify } })
  expect(nodeTitle(flow, 'check', 'fr')).toBe('Sous-flux\u00a0: verify')
  expect(nodeTitle(flow, 'check/askName', 'en')).toBe('Verify caller › Ask: firstName')
  expect(outcomeTitle(flow, 'check/askName', 'noMatch', 'en')).toBe('Not understood')
  expect(nodeTitle(flow, 'check/gone', 'en')).toBe('check/gone')
  expect(nodeTitle(null, 'check', 'en')).toBe('check')
})

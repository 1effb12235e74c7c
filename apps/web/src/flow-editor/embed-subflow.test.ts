import { check, type Flow, flow as flowSchema } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { expect, it } from 'vitest'
import { embedSubflow } from './embed-subflow.ts'

const node = (id: string, key: string) => ({ id, type: 'subflow', position: { x: 0, y: 0 }, data: { flow: key } })
const named = (name: string, nodes: object[] = [], subflows: object = {}): Flow =>
  flowSchema.parse({ schemaVersion: 1, name, nodes, subflows })
const body = ({ subflows: _, ...rest }: Flow) => rest

it('takes a flow in under its name, once, and a changed one beside it', () => {
  const first = embedSubflow(templates.threeNodes, named('Verify'))
  expect(first).toEqual({ key: 'Verify', subflows: { Verify: body(named('Verify')) } })
  const holder = { ...templates.threeNodes, subflows: first.subflows }
  expect(embedSubflow(holder, named('Verify'))).toEqual(first)
  const changed = embedSubflow(holder, named('Verify', [node('a', '')]))
  expect(changed.key).toBe('Verify 2')
  expect(Object.keys(changed.subflows)).toEqual(['Verify', 'Verify 2'])
})

it('brings what the flow runs itself along, under keys that are free here', () => {
  const holder = { ...templates.threeNodes, subflows: { pay: body(named('Another payment')) } }
  const { key, subflows } = embedSubflow(holder, named('Order', [node('p', 'pay')], { pay: body(named('Payment')) }))
  expect(key).toBe('Order')
  expect(subflows.pay?.name).toBe('Another payment')
  expect(subflows['pay 2']?.name).toBe('Payment')
  expect(subflows.Order?.nodes[0]?.data).toMatchObject({ flow: 'pay 2' })
  const runs = flowSchema.parse({ ...holder, subflows, nodes: [node('n', key)], start: 'n' })
  expect(check(runs).filter(({ field }) => field === 'flow')).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { type Flow, flow as flowSchema } from '../flow.ts'
import { templates } from '../flow-templates.ts'
import { apply } from './apply.ts'
import { invert } from './invert.ts'
import { type Operation, operation } from './operation.ts'

const flow = templates.threeNodes
const byId = <T extends { id: string }>(items: readonly T[]) => [...items].sort((a, b) => a.id.localeCompare(b.id))
const sorted = (of: Flow) => ({ ...of, nodes: byId(of.nodes), edges: byId(of.edges) })
const node = { id: 'new', type: 'say' as const, position: { x: 1, y: 2 }, data: { text: 'New.', interruptible: true } }
const variable = { name: 'caller', type: 'text' as const, pii: false }
const edge = { id: 'e', source: 'greet', sourceHandle: 'next', target: 'bye' }

const { subflows: _, ...body } = flow

const operations: Operation[] = [
  { type: 'addNode', node },
  { type: 'moveNode', id: 'greet', position: { x: 9, y: 9 } },
  { type: 'updateNode', id: 'greet', data: { text: 'Hey.' } },
  { type: 'removeNode', id: 'askName' },
  { type: 'removeNode', id: 'greet' },
  { type: 'connect', edge },
  { type: 'disconnect', id: 'greet-next' },
  { type: 'setStart', id: 'bye' },
  { type: 'setVariables', variables: [] },
  { type: 'setIntents', intents: [{ name: 'x', samples: {} }] },
  { type: 'setSettings', settings: { ...flow.settings, maxCallMs: 1000 } },
  { type: 'setLanguages', languages: ['fr'] },
  { type: 'setNotes', notes: [{ id: 'n', position: { x: 0, y: 0 }, text: 'Look.' }] },
  { type: 'setInterface', interface: { inputs: [], outputs: ['name'], results: ['verified'] } },
  { type: 'setSubflows', subflows: { verify: body } },
  { type: 'rename', name: 'Other' },
  { type: 'pasteNodes', nodes: [node], edges: [{ ...edge, source: 'new', target: 'new' }], variables: [], intents: [] },
  { type: 'addVariable', variable },
  { type: 'updateVariable', name: 'firstName', variable },
  { type: 'removeVariable', name: 'firstName' },
  { type: 'addIntent', intent: { name: 'x', samples: {} } },
  { type: 'replaceFlow', flow: { ...flow, name: 'Other', nodes: flow.nodes.slice(1), edges: [] } },
  {
    type: 'batch',
    operations: [
      { type: 'addNode', node },
      { type: 'connect', edge: { ...edge, target: 'new' } },
      { type: 'removeNode', id: 'greet' },
    ],
  },
]

describe.each(operations.map((each) => [each.type, each] as const))('%s', (_, each) => {
  test('changes the flow, is undone by its inverse, and is redone by the inverse’s inverse', () => {
    const changed = apply(flow, each)
    expect(changed).not.toEqual(flow)
    const undo = invert(flow, each)
    expect(undo.type).not.toBe('replaceFlow')
    expect(sorted(apply(changed, undo))).toEqual(sorted(flow))
    expect(sorted(apply(apply(changed, undo), invert(changed, undo)))).toEqual(sorted(changed))
  })

  test('is a value that passes its own schema and leaves a document that passes its own', () => {
    expect(operation.parse(JSON.parse(JSON.stringify(each)))).toEqual(each)
    expect(flowSchema.parse(apply(flow, each))).toEqual(apply(flow, each))
  })
})

test('an edit that no longer fits changes nothing', () => {
  const gone: Operation[] = [
    { type: 'moveNode', id: 'gone', position: { x: 0, y: 0 } },
    { type: 'updateNode', id: 'greet', data: { text: 5 } },
    { type: 'removeNode', id: 'gone' },
    { type: 'disconnect', id: 'gone' },
    { type: 'addNode', node: { ...node, id: 'greet' } },
    { type: 'setStart', id: 'gone' },
    { type: 'connect', edge: { ...edge, target: 'gone' } },
    { type: 'updateIntent', name: 'gone', intent: { name: 'x', samples: {} } },
    { type: 'removeIntent', name: 'gone' },
    { type: 'replaceFlow', flow },
  ]
  for (const each of gone) expect(apply(flow, each)).toBe(flow)
  expect(apply(flow, invert(flow, { type: 'addNode', node: { ...node, id: 'greet' } }))).toEqual(flow)
})

test('updateNode keeps the fields it does not name', () => {
  const changed = apply(flow, { type: 'updateNode', id: 'askName', data: { confirm: true } })
  expect(changed.nodes[1]?.data).toEqual({ ...flow.nodes[1]?.data, confirm: true })
})

test('the first node of an empty flow becomes its start', () => {
  const empty = flowSchema.parse({ schemaVersion: 1 })
  expect(apply(empty, { type: 'addNode', node }).start).toBe('new')
})

test('updateNode takes no field that the node type does not know, and keeps one that a document brought along', () => {
  const [first, ...others] = flow.nodes
  const extra = { later: true }
  const withExtra = { ...flow, nodes: [Object.assign({}, first, { data: { ...first?.data, ...extra } }), ...others] } as Flow
  const changed = apply(withExtra, { type: 'updateNode', id: 'greet', data: { text: 'Hey.', junk: 1 } })
  expect(changed.nodes[0]?.data).toEqual({ text: 'Hey.', interruptible: true, later: true })
})

test('a large edit is taken back by the whole document, and quickly', () => {
  const nodes = Array.from({ length: 1000 }, (_, index) => ({ ...node, id: `n${index}` }))
  const large = { ...flow, nodes: [...flow.nodes, ...nodes] }
  const moves: Operation = {
    type: 'batch',
    operations: nodes.slice(0, 200).map(({ id }) => ({ type: 'moveNode', id, position: { x: 5, y: 5 } })),
  }
  const undo = invert(large, moves)
  expect(undo.type).toBe('replaceFlow')
  expect(apply(apply(large, moves), undo)).toEqual(large)
})

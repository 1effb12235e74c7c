import { expect, test } from 'vitest'
import { templates } from '../flow-templates.ts'
import { apply, type Flow, type Operation } from '../index.ts'
import { mergeFlows } from './merge-flows.ts'

const base = templates.appointment
const edited = (...operations: Operation[]): Flow => operations.reduce(apply, base)
const nodeOf = (flow: Flow, id: string) => flow.nodes.find((node) => node.id === id)
const [first, second] = base.nodes.filter(({ type }) => type === 'say' || type === 'ask')

test('two languages of one text merge; one text both wrote keeps mine and offers theirs', () => {
  if (first?.type !== 'say' && first?.type !== 'ask') throw new Error('The template begins otherwise now.')
  const field = first.type === 'say' ? 'text' : 'question'
  const say = (text: Record<string, string>): Operation => ({ type: 'updateNode', id: first.id, data: { [field]: text } })
  const start = edited(say({ en: 'Hello.', fr: 'Bonjour.' }))
  const both = mergeFlows(start, apply(start, say({ en: 'Hi.', fr: 'Bonjour.' })), apply(start, say({ en: 'Hello.', fr: 'Salut.' })))
  expect(both.conflicts).toEqual([])
  expect(nodeOf(both.flow, first.id)?.data).toMatchObject({ [field]: { en: 'Hi.', fr: 'Salut.' } })

  const clash = mergeFlows(start, apply(start, say({ en: 'Hi.', fr: 'Bonjour.' })), apply(start, say({ en: 'Hey.', fr: 'Salut.' })))
  expect(nodeOf(clash.flow, first.id)?.data).toMatchObject({ [field]: { en: 'Hi.', fr: 'Salut.' } })
  const [conflict] = clash.conflicts
  expect(conflict).toMatchObject({ nodeId: first.id, field, mine: 'Hi.', theirs: 'Hey.' })
  const taken = conflict && apply(clash.flow, conflict.take)
  expect(taken && nodeOf(taken, first.id)?.data).toMatchObject({ [field]: { en: 'Hey.', fr: 'Salut.' } })
})

test('a node one takes out while the other works on it stays, with its connections; one nobody works on goes', () => {
  if (!first || !second) throw new Error('The template begins otherwise now.')
  const moved = edited({ type: 'moveNode', id: first.id, position: { x: -900, y: 7 } })
  const removed = edited({ type: 'removeNode', id: first.id }, { type: 'removeNode', id: second.id })
  for (const [mine, theirs] of [
    [moved, removed],
    [removed, moved],
  ] as const) {
    const { flow, kept } = mergeFlows(base, mine, theirs)
    expect(kept).toEqual([first.id])
    expect(nodeOf(flow, first.id)?.position).toEqual({ x: -900, y: 7 })
    expect(nodeOf(flow, second.id)).toBeUndefined()
    expect(flow.start).toBe(base.start)
    const around = base.edges.filter(({ source, target }) => [source, target].includes(first.id) && ![source, target].includes(second.id))
    expect(flow.edges).toEqual(expect.arrayContaining(around))
  }
})

test('two new nodes of one id are two nodes; mine takes a free id, with its connections', () => {
  const add = (text: string): Operation => ({
    type: 'addNode',
    node: { id: 'fresh', type: 'say', position: { x: 0, y: 0 }, data: { text: { en: text }, interruptible: true } },
  })
  const mine = edited(add('Mine.'), { type: 'connect', edge: { id: 'e', source: 'fresh', sourceHandle: 'next', target: base.start } })
  const { flow, renamed } = mergeFlows(base, mine, edited(add('Theirs.')))
  const id = renamed.get('fresh') ?? ''
  expect(nodeOf(flow, 'fresh')?.data).toMatchObject({ text: { en: 'Theirs.' } })
  expect(nodeOf(flow, id)?.data).toMatchObject({ text: { en: 'Mine.' } })
  expect(flow.edges).toContainEqual({ id: 'e', source: id, sourceHandle: 'next', target: base.start })
})

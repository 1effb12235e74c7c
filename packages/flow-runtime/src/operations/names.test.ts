import { describe, expect, test } from 'vitest'
import { readFlow } from '../document/read-flow.ts'
import { flow as flowSchema } from '../flow.ts'
import { templates } from '../flow-templates.ts'
import { apply } from './apply.ts'
import { copyNodes, pasteInto } from './copy-nodes.ts'
import { usesIntent, usesVariable } from './uses-variable.ts'

const flow = templates.appointment
const declared = (name: string) => {
  const found = flow.variables.find((variable) => variable.name === name)
  if (!found) throw new Error(name)
  return found
}
const touched = (after: typeof flow) => after.nodes.filter((node, index) => node !== flow.nodes[index]).map(({ id }) => id)
const dataOf = (of: typeof flow, id: string) => of.nodes.find((node) => node.id === id)?.data

describe('a variable gets another name', () => {
  const after = apply(flow, { type: 'updateVariable', name: 'day', variable: { ...declared('day'), name: 'visitDay' } })

  test('every place that uses it follows; the other nodes are the same objects', () => {
    expect(readFlow(after, { strict: true })).toMatchObject({ ok: true })
    expect(after.nodes.some((node) => usesVariable(node, 'day'))).toBe(false)
    expect(touched(after)).toEqual(flow.nodes.filter((node) => usesVariable(node, 'day')).map(({ id }) => id))
    expect(touched(after).length).toBeGreaterThan(2)
    expect(touched(after).length).toBeLessThan(flow.nodes.length)
    expect(after.edges).toBe(flow.edges)
    expect(after.intents).toBe(flow.intents)
    expect(after.settings).toBe(flow.settings)
  })

  test('fields of each kind, and the lines of the settings', () => {
    const drawn = flowSchema.parse({
      schemaVersion: 1,
      variables: [{ name: 'day', type: 'date' }],
      settings: { failureLine: { en: 'Not on {{ day }}.' } },
      nodes: [
        {
          id: 'a',
          type: 'ask',
          position: { x: 0, y: 0 },
          data: { variable: 'day', question: { en: 'day?', fr: '{{ day }} ?' }, examples: 'day' },
        },
        { id: 'b', type: 'branch', position: { x: 0, y: 0 }, data: { conditions: [{ name: 'day', when: 'known.day' }] } },
        { id: 'c', type: 'set', position: { x: 0, y: 0 }, data: { assignments: [{ variable: 'day', value: 'day + "day"' }] } },
        { id: 'd', type: 'intent', position: { x: 0, y: 0 }, data: { intents: ['day'], fills: ['day'] } },
      ],
    })
    const renamed = apply(drawn, { type: 'updateVariable', name: 'day', variable: { name: 'when', type: 'date', pii: false } })
    expect(renamed.settings.failureLine).toEqual({ en: 'Not on {{ when }}.' })
    expect(dataOf(renamed, 'a')).toMatchObject({ variable: 'when', question: { en: 'day?', fr: '{{ when }} ?' }, examples: 'day' })
    expect(dataOf(renamed, 'b')).toEqual({ conditions: [{ name: 'day', when: 'known.when' }] })
    expect(dataOf(renamed, 'c')).toEqual({ assignments: [{ variable: 'when', value: 'when + "day"' }] })
    expect(dataOf(renamed, 'd')).toMatchObject({ intents: ['day'], fills: ['when'] })
  })

  test('an edit that does not fit changes nothing', () => {
    expect(apply(flow, { type: 'updateVariable', name: 'day', variable: { ...declared('day'), name: 'time' } })).toBe(flow)
    expect(apply(flow, { type: 'updateVariable', name: 'gone', variable: declared('day') })).toBe(flow)
    expect(apply(flow, { type: 'addVariable', variable: declared('day') })).toBe(flow)
    expect(apply(flow, { type: 'removeVariable', name: 'gone' })).toBe(flow)
  })
})

describe('an intent or an outcome gets another name', () => {
  test('the nodes that listen for the intent and their edges follow, under new ids', () => {
    const [book] = flow.intents
    if (!book) throw new Error('no intent')
    const after = apply(flow, { type: 'updateIntent', name: 'book', intent: { ...book, name: 'reserve' } })
    expect(touched(after)).toEqual(flow.nodes.filter((node) => usesIntent(node, 'book')).map(({ id }) => id))
    const edge = flow.edges.find(({ sourceHandle }) => sourceHandle === 'book')
    const changed = after.edges.filter((each) => !flow.edges.includes(each))
    expect(changed).toEqual([{ ...edge, id: `${edge?.source}-reserve-${edge?.target}`, sourceHandle: 'reserve' }])
  })

  const drawn = flowSchema.parse({
    schemaVersion: 1,
    nodes: [
      {
        id: 'b',
        type: 'branch',
        position: { x: 0, y: 0 },
        data: {
          conditions: [
            { name: 'big', when: 'true' },
            { name: 'small', when: 'true' },
          ],
        },
      },
      { id: 'end', type: 'end', position: { x: 0, y: 0 }, data: {} },
    ],
    edges: [
      { id: 'b-big', source: 'b', sourceHandle: 'big', target: 'end' },
      { id: 'b-otherwise', source: 'b', sourceHandle: 'otherwise', target: 'end' },
    ],
  })

  test('the edge of a renamed condition follows; the others stay', () => {
    const after = apply(drawn, { type: 'renameOutcome', id: 'b', from: 'big', to: 'large' })
    expect(dataOf(after, 'b')).toMatchObject({ conditions: [{ name: 'large' }, { name: 'small' }] })
    expect(after.edges).toEqual([{ id: 'b-large-end', source: 'b', sourceHandle: 'large', target: 'end' }, drawn.edges[1]])
    expect(after.edges[1]).toBe(drawn.edges[1])
  })

  test.each([
    ['big', 'small'],
    ['otherwise', 'else'],
    ['gone', 'here'],
  ])('%s cannot become %s', (from, to) => {
    expect(apply(drawn, { type: 'renameOutcome', id: 'b', from, to })).toBe(drawn)
  })
})

describe('nodes are copied and pasted', () => {
  const ids = ['why', 'askDay', 'book']

  test('into the same flow: new ids, a shifted place, the edges among them, nothing declared twice', () => {
    const copied = copyNodes(flow, ids)
    if (!copied) throw new Error('nothing copied')
    const paste = pasteInto(flow, copied, { x: 40, y: 40 })
    const after = apply(flow, paste)
    expect(after.nodes.slice(0, flow.nodes.length)).toEqual(flow.nodes)
    expect(after.nodes.slice(flow.nodes.length)).toEqual(paste.nodes)
    expect(new Set(after.nodes.map(({ id }) => id)).size).toBe(after.nodes.length)
    expect(paste.edges).toHaveLength(flow.edges.filter(({ source, target }) => ids.includes(source) && ids.includes(target)).length)
    expect(paste.edges.length).toBeGreaterThan(0)
    expect(after.variables).toBe(flow.variables)
    expect(after.intents).toBe(flow.intents)
    expect(apply(after, paste)).toBe(after)
  })

  test('into another flow: with what they need; a name that means something else there gets a free one', () => {
    const copied = copyNodes(flow, ids)
    if (!copied) throw new Error('nothing copied')
    const other = flowSchema.parse({ schemaVersion: 1, variables: [{ name: 'day', type: 'number' }] })
    const after = apply(other, pasteInto(other, copied, { x: 0, y: 0 }))
    expect(after.variables.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'day number',
      'day2 date',
      'time time',
      'patient personName',
    ])
    expect(after.intents).toEqual(flow.intents)
    expect(after.nodes.filter((node) => usesVariable(node, 'day'))).toEqual([])
    expect(after.nodes.filter((node) => usesVariable(node, 'day2'))).not.toEqual([])
    expect(after.start).toBe(after.nodes[0]?.id)
  })

  test('not when an id is taken or an edge leaves the copied nodes; nothing is copied of nothing', () => {
    const copied = copyNodes(flow, ids)
    if (!copied) throw new Error('nothing copied')
    expect(apply(flow, copied)).toBe(flow)
    const empty = flowSchema.parse({ schemaVersion: 1 })
    const loose = { id: 'loose', source: 'why', sourceHandle: 'book', target: 'elsewhere' }
    expect(apply(empty, { ...copied, edges: [loose] })).toBe(empty)
    expect(copyNodes(flow, ['gone'])).toBeUndefined()
  })
})

test('a version is put back with every part that is still the same kept as it is', () => {
  const edited = apply(apply(flow, { type: 'updateNode', id: 'hours', data: { interruptible: false } }), { type: 'removeNode', id: 'book' })
  const stored = flowSchema.parse(JSON.parse(JSON.stringify(flow)))
  const restored = apply(edited, { type: 'replaceFlow', flow: stored })
  expect(restored).toEqual(flow)
  expect(restored.nodes.filter((node) => !edited.nodes.includes(node)).map(({ id }) => id)).toEqual(['hours', 'book'])
  expect(restored.variables).toBe(edited.variables)
  expect(apply(restored, { type: 'replaceFlow', flow: stored })).toBe(restored)
})

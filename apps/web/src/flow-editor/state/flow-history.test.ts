import { apply, type Flow } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { describe, expect, it } from 'vitest'
import { changeNode, newEdge } from '../node-edits.ts'
import { edit, redo, startHistory, undo, withOthers } from './flow-history.ts'
import { nodeById } from './flow-lookup.ts'

const flow = templates.threeNodes
const type = (text: string) => ({ type: 'updateNode', id: 'greet', data: { text: { en: text } } }) as const

describe('the history of a flow', () => {
  it('takes back and repeats an edit', () => {
    const before = startHistory(flow)
    const after = edit(before, { type: 'removeNode', id: 'askName' }, { at: 0 })
    expect(after.flow.nodes.map(({ id }) => id)).toEqual(['greet', 'bye'])
    const back = undo(after)
    expect(new Set(back.flow.nodes.map(({ id }) => id))).toEqual(new Set(['greet', 'askName', 'bye']))
    expect(back.flow.edges).toHaveLength(flow.edges.length)
    expect(redo(back).flow).toEqual(after.flow)
  })

  it('makes one step of quick typing in one field, and two after a pause', () => {
    let history = startHistory(flow)
    history = edit(history, type('H'), { at: 0, key: 'greet.text' })
    history = edit(history, type('He'), { at: 200, key: 'greet.text' })
    expect(history.past).toHaveLength(1)
    history = edit(history, type('Hello'), { at: 5_000, key: 'greet.text' })
    expect(history.past).toHaveLength(2)
    expect(undo(undo(history)).flow.nodes[0]).toEqual(flow.nodes[0])
  })

  it('leaves no trace of an edit that changes nothing, and forgets the future on a new one', () => {
    const start = startHistory(flow)
    expect(edit(start, { type: 'removeNode', id: 'nobody' }, { at: 0 })).toBe(start)
    const undone = undo(edit(start, type('A'), { at: 0 }))
    expect(undone.future).toHaveLength(1)
    expect(edit(undone, type('B'), { at: 9_000 }).future).toHaveLength(0)
  })

  it('takes edges that moved while a name was typed back and forth with it', () => {
    const node = { id: 'ways', type: 'split' as const, position: { x: 0, y: 0 }, data: { arms: [{ name: 'a', weight: 1 }] } }
    const start = [
      { type: 'addNode' as const, node },
      { type: 'connect' as const, edge: newEdge('ways', 'a', 'bye') },
    ].reduce(apply, flow)
    let history = startHistory(start)
    for (const [before, after] of [
      ['a', 'ab'],
      ['ab', 'abc'],
    ] as const) {
      const ways = nodeById(history.flow, 'ways')
      if (!ways) throw new Error('The node is gone.')
      const renamed = changeNode(history.flow, ways, { arms: [{ name: after, weight: 1 }] }, { [before]: after })
      history = edit(history, renamed, { at: 0, key: 'ways.arms' })
    }
    const ways = (of: Flow) =>
      of.edges.filter(({ source }) => source === 'ways').map(({ sourceHandle, target }) => `${sourceHandle} ${target}`)
    expect(history.past).toHaveLength(1)
    expect(ways(history.flow)).toEqual(['abc bye'])
    expect(ways(undo(history).flow)).toEqual(['a bye'])
    expect(redo(undo(history)).flow).toEqual(history.flow)
  })

  it('takes back and repeats two new names of one variable as one step', () => {
    const variable = flow.variables[0]
    if (!variable) throw new Error('The template has changed.')
    let history = startHistory(flow)
    for (const [name, next] of [
      [variable.name, 'first'],
      ['first', 'second'],
    ] as const) {
      history = edit(history, { type: 'updateVariable', name, variable: { ...variable, name: next } }, { at: 0, key: 'name' })
    }
    expect(history.past).toHaveLength(1)
    expect(history.flow.variables[0]?.name).toBe('second')
    expect(redo(undo(history)).flow).toEqual(history.flow)
    expect(undo(history).flow).toEqual(flow)
  })
})

it('takes back mine among the edits of somebody else, also where my edit was a whole list', () => {
  const flow = templates.threeNodes
  const mine = edit(startHistory(flow), { type: 'rename', name: 'Mine' }, { at: 0 })
  const added = edit(mine, { type: 'addVariable', variable: { name: 'fresh', type: 'text', pii: false } }, { at: 9_000 })
  const theirs = apply(added.flow, { type: 'addVariable', variable: { name: 'theirs', type: 'date', pii: false } })
  const shared = withOthers(added, theirs, new Map())
  const undone = undo(undo(shared))
  expect(undone.flow.name).toBe(flow.name)
  expect(undone.flow.variables.map(({ name }) => name)).toEqual([...flow.variables.map(({ name }) => name), 'theirs'])
  const again = redo(redo(undone))
  expect(again.flow.name).toBe('Mine')
  expect(new Set(again.flow.variables.map(({ name }) => name))).toEqual(new Set(theirs.variables.map(({ name }) => name)))
})

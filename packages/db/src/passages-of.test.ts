import type { Decision, JournalEntry } from '@parley/flow-runtime'
import { expect, it } from 'vitest'
import { passagesOf } from './passages-of.ts'

const why: Decision['why'] = { code: 'nothingFollows' }
const decision = (nodeId: string, outcome?: string, nextNodeId?: string): Decision => ({ nodeId, outcome, nextNodeId, why, candidates: [] })
const step = (seq: number, at: string, ...decisions: Decision[]): JournalEntry => ({
  ...{ seq, at: seq, kind: 'step' },
  ...{ state: { at, variables: {}, status: 'running', turns: 0 }, effects: [], decisions },
})
const begin = [step(1, 'ask', decision('greet', 'next', 'ask')), step(2, 'ask', decision('ask', 'noMatch', 'ask'))]

it('counts a node and an outcome once, however often the call came by, and ends where the caller hung up', () => {
  expect(passagesOf([...begin, step(3, 'ask', decision('ask', 'noMatch', 'ask')), { seq: 4, at: 4, kind: 'note', code: 'X' }])).toEqual([
    { nodeId: 'ask', outcome: '', ended: true },
    { nodeId: 'greet', outcome: '', ended: false },
    { nodeId: 'greet', outcome: 'next', ended: false },
    { nodeId: 'ask', outcome: 'noMatch', ended: false },
  ])
})

it('ends by the outcome that leads nowhere, also inside a subflow', () => {
  const passages = passagesOf([...begin, step(3, 'check/who', decision('ask', 'book', 'check/who'), decision('check/who', 'gone'))])
  expect(passages.filter(({ ended }) => ended)).toEqual([{ nodeId: 'check/who', outcome: 'gone', ended: true }])
  expect(passages).toContainEqual({ nodeId: 'check/who', outcome: '', ended: false })
})

it('knows nothing of a call that never began', () => {
  expect(passagesOf([{ seq: 1, at: 1, kind: 'note', code: 'X' }])).toEqual([])
})

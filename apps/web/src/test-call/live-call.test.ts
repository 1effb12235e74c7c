import { begin, type CallEvent, type JournalEntry, step } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { describe, expect, it } from 'vitest'
import { advance, noLiveCall } from './live-call.ts'

const flow = templates.threeNodes
const facts = { callId: 'c', direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' } as const

/** The journal the worker would write for the start of a call of the three-node flow. */
function journal(): JournalEntry[] {
  const entries: JournalEntry[] = []
  const write = (entry: JournalEntry extends infer E ? (E extends JournalEntry ? Omit<E, 'seq' | 'at'> : never) : never) =>
    entries.push({ ...entry, seq: entries.length + 1, at: 1_000 + entries.length })
  const started: Extract<CallEvent, { type: 'callStarted' }> = { type: 'callStarted', at: 1_000, facts }
  let stepped = begin(flow, started)
  write({ kind: 'event', event: started })
  write({ kind: 'step', ...stepped })
  const say = stepped.effects.find(({ type }) => type === 'say')
  const spoken: CallEvent = {
    type: 'speechFinished',
    at: 2_000,
    effectId: say?.id ?? '',
    completed: true,
    heard: 'Hello, this is an automatic assistant.',
  }
  stepped = step(flow, stepped.state, spoken)
  write({ kind: 'event', event: spoken })
  write({ kind: 'step', ...stepped })
  return entries
}

describe('a live call', () => {
  it('lights the node it is at, the way it came, and listens', () => {
    const call = advance(noLiveCall, flow, journal())
    expect(call.currentNodeId).toBe('askName')
    expect([...call.nodeIds]).toEqual(['greet', 'askName'])
    expect([...call.edgeIds]).toEqual(['greet-next'])
    expect(call.isListening).toBe(true)
    expect(call.lastWhy).toEqual({ code: 'everythingSaid' })
    expect(call.turns[0]).toMatchObject({ speaker: 'agent', text: 'Hello, this is an automatic assistant.' })
  })

  it('is the same however the journal arrives: at once, one by one, or twice after a reconnect', () => {
    const entries = journal()
    const atOnce = advance(noLiveCall, flow, entries)
    const oneByOne = entries.reduce((call, entry) => advance(call, flow, [entry]), noLiveCall)
    expect(oneByOne).toEqual(atOnce)
    expect(advance(atOnce, flow, entries)).toBe(atOnce)
  })

  it('lights the node that runs a subflow while the call is inside it', () => {
    const inside: JournalEntry = {
      seq: 9,
      at: 9,
      kind: 'step',
      state: { at: 'verify/askName', variables: {}, status: 'running', turns: 1 },
      effects: [],
      decisions: [
        { nodeId: 'verify/greet', outcome: 'next', nextNodeId: 'verify/askName', why: { code: 'everythingSaid' }, candidates: [] },
      ],
    }
    const call = advance(noLiveCall, flow, [inside])
    expect(call.currentNodeId).toBe('verify')
    expect([...call.nodeIds]).toEqual(['verify'])
    expect(call.edgeIds.size).toBe(0)
  })
})

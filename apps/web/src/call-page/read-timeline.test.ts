import type { JournalEntry } from '@parley/flow-runtime'
import { describe, expect, it } from 'vitest'
import { readTimeline } from './read-timeline.ts'

const origin = 1_700_000_000_000
const understanding = { intent: 'book', confidence: 0.9, candidates: [], reason: 'close to a sample', engine: 'local', tookMs: 1 }
const slot = { name: 'day', value: '2026-11-24', raw: 'tuesday', confidence: 0.9 }
const state = (at: string, turns: number, variables = {}) => ({ at, turns, variables, status: 'running' as const })
const say = { type: 'say', id: 'e1', nodeId: 'greet', text: 'Hello', language: 'en', interruptible: true } as const

const journal: JournalEntry[] = [
  {
    seq: 1,
    at: origin + 500,
    kind: 'step',
    state: state('why', 0),
    effects: [say],
    decisions: [{ nodeId: 'greet', outcome: 'next', nextNodeId: 'why', why: { code: 'callerInterrupted' }, candidates: [] }],
  },
  {
    seq: 2,
    at: origin + 1500,
    kind: 'event',
    event: { type: 'speechFinished', at: origin + 1500, effectId: 'e1', completed: false, heard: 'Hel' },
  },
  { seq: 3, at: origin + 1500, kind: 'note', code: 'BARGE_IN', detail: '140' },
  {
    seq: 4,
    at: origin + 3000,
    kind: 'event',
    event: { type: 'contactSaid', at: origin + 3000, effectId: 'e2', text: 'book tuesday', confidence: 0.9, language: 'en' },
  },
  { seq: 5, at: origin + 3000, kind: 'step', state: state('why', 1), effects: [], decisions: [] },
  {
    seq: 6,
    at: origin + 3010,
    kind: 'event',
    event: { type: 'understood', at: origin + 3010, effectId: 'e3', result: { ...understanding, slots: [slot] } },
  },
  {
    seq: 7,
    at: origin + 3010,
    kind: 'step',
    state: state('day', 1, { day: '2026-11-24' }),
    effects: [
      { type: 'callTool', id: 'e4', nodeId: 'day', tool: 'calendar.findTimes', input: {} },
      { type: 'transfer', id: 'e5', nodeId: 'day', to: 'front desk', mode: 'cold', timeoutMs: 1_000 },
    ],
    decisions: [
      {
        nodeId: 'why',
        outcome: 'book',
        nextNodeId: 'day',
        why: { code: 'intentUnderstood', values: { confidence: 90 } },
        candidates: [{ name: 'book', confidence: 0.9 }],
      },
    ],
  },
  {
    seq: 8,
    at: origin + 3100,
    kind: 'timing',
    timing: {
      turn: 1,
      speechEndAt: origin + 2600,
      endOfTurnAt: origin + 2900,
      finalTranscriptAt: origin + 2880,
      understoodAt: origin + 3010,
      steppedAt: origin + 3011,
      firstAudioAt: origin + 3015,
      firstFrameAt: origin + 3050,
      audio: 'kept',
      foreseen: true,
    },
  },
  { seq: 9, at: origin + 4000, kind: 'event', event: { type: 'hungUp', at: origin + 4000, by: 'contact' } },
]

describe('the timeline of a call', () => {
  const timeline = readTimeline(journal, origin)

  it('shows what was heard, with what followed from it', () => {
    expect(timeline.turns.map(({ speaker, text, seconds, interrupted }) => ({ speaker, text, seconds, interrupted }))).toEqual([
      { speaker: 'agent', text: 'Hel', seconds: 0.5, interrupted: true },
      { speaker: 'contact', text: 'book tuesday', seconds: 3, interrupted: false },
    ])
    expect(timeline.turns[1]?.slots).toEqual([slot])
    expect(timeline.turns[1]?.decisions.map(({ outcome }) => outcome)).toEqual(['book'])
    expect(timeline.turns[1]).toMatchObject({ gapMs: 450, sound: { audio: 'kept', foreseen: true } })
    expect(timeline.turns[1]?.bars.at(-1)).toEqual({ stage: 'line', fromMs: 415, toMs: 450 })
    expect(timeline.medianGapMs).toBe(450)
  })

  it('follows the path, the variables and the marks', () => {
    expect(timeline.path).toEqual(['greet', 'why', 'day'])
    expect(timeline.variables).toEqual({ day: '2026-11-24' })
    expect(timeline.marks.map(({ kind, name, seconds }) => [kind, name, seconds])).toEqual([
      ['note', 'BARGE_IN', 1.5],
      ['tool', 'calendar.findTimes', 3.01],
      ['transfer', 'front desk', 3.01],
      ['hungUp', 'contact', 4],
    ])
  })

  it('is empty for a call in which nothing happened', () => {
    expect(readTimeline([], origin)).toEqual({ turns: [], marks: [], path: [], variables: {}, medianGapMs: undefined })
  })
})

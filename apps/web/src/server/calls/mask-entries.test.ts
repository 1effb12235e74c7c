import type { JournalEntry } from '@parley/flow-runtime'
import { describe, expect, it } from 'vitest'
import { maskEntries } from './mask-entries.ts'

const understood: JournalEntry = {
  seq: 2,
  at: 2,
  kind: 'event',
  event: {
    type: 'understood',
    at: 2,
    effectId: 'e2',
    result: {
      intent: null,
      confidence: 1,
      candidates: [],
      slots: [
        { name: 'patient', value: 'Ada Lovelace', raw: 'ada lovelace', confidence: 0.9 },
        { name: 'day', value: '2026-11-24', raw: 'tuesday', confidence: 0.9 },
      ],
      reason: 'named',
      engine: 'local',
      tookMs: 1,
    },
  },
}
const said: JournalEntry = {
  seq: 1,
  at: 1,
  kind: 'event',
  event: { type: 'contactSaid', at: 1, effectId: 'e1', text: 'This is Ada Lovelace, on Tuesday', confidence: 1, language: 'en' },
}
const stepped: JournalEntry = {
  seq: 3,
  at: 3,
  kind: 'step',
  state: { at: 'say', variables: { patient: 'Ada Lovelace', day: '2026-11-24' }, status: 'running', turns: 1 },
  effects: [{ type: 'say', id: 'e3', nodeId: 'say', text: 'Thank you, Ada Lovelace.', language: 'en', interruptible: true }],
  decisions: [
    {
      nodeId: 'ask',
      why: { code: 'closestSample', values: { sample: 'I am Ada Lovelace', confidence: 90 } },
      candidates: [{ name: 'patient', value: 'Ada Lovelace', confidence: 0.9 }],
    },
  ],
}

describe('masking a journal', () => {
  it('hides personal values wherever they stand, and nothing else', () => {
    const text = JSON.stringify(maskEntries([said, understood, stepped], ['patient']))
    expect(text.toLowerCase()).not.toContain('lovelace')
    expect(text).toContain('This is •••, on Tuesday')
    expect(text).toContain('2026-11-24')
    expect(maskEntries([said], [])).toEqual([said])
  })

  it('keeps why a decision was taken, also when a name stands within its code', () => {
    const state = { at: 'book', variables: { patient: 'Tim' }, status: 'running', turns: 1 } as const
    const why = { code: 'timeTaken' } as const
    const entry: JournalEntry = { seq: 1, at: 1, kind: 'step', state, effects: [], decisions: [{ nodeId: 'book', why, candidates: [] }] }
    expect(maskEntries([entry], ['patient'])).toMatchObject([{ state: { variables: { patient: '•••' } }, decisions: [{ why }] }])
  })

  it('hides who called', () => {
    const facts = {
      callId: 'c',
      direction: 'inbound',
      channel: 'browser',
      timeZone: 'UTC',
      contact: { name: 'Grace Hopper', phone: '+33612345678' },
    } as const
    const text = JSON.stringify(maskEntries([{ seq: 1, at: 1, kind: 'event', event: { type: 'callStarted', at: 1, facts } }], []))
    expect(text).not.toMatch(/Grace|336/)
  })

  it('hides the contact’s and the lead’s own fields, and what tools and models are given and give of a person', () => {
    const facts = {
      callId: 'c',
      direction: 'outbound',
      channel: 'phone',
      timeZone: 'UTC',
      contact: { email: 'grace@navy.example', fields: { plan: 'Platinum', children: [{ name: 'Agatha' }] } },
      lead: { company: 'Remington' },
    } as const
    const state = { at: 'ask', variables: { day: '2026-11-24' }, status: 'running', turns: 1 } as const
    const effects = [
      {
        type: 'callTool',
        id: 'e1',
        nodeId: 'ask',
        tool: 'contact.update',
        input: { by: 'phone', value: '+33612345678', fields: { nick: 'Amazing' } },
      },
      { type: 'callTool', id: 'e2', nodeId: 'ask', tool: 'http.request', input: { patient: 'Mary Hopper', day: '2026-11-24' } },
      {
        type: 'say',
        id: 'e3',
        nodeId: 'ask',
        text: 'Agatha, Remington, Amazing, Mary Hopper, Cobol, Vincent.',
        language: 'en',
        interruptible: true,
      },
    ] as const
    const generated = {
      text: 'Cobol it is.',
      exit: null,
      tool: null,
      values: { patient: 'Cobol', day: '2026-11-24' },
      tookMs: 1,
      engine: 'model',
    }
    const entries: JournalEntry[] = [
      { seq: 1, at: 1, kind: 'event', event: { type: 'callStarted', at: 1, facts } },
      { seq: 2, at: 2, kind: 'event', event: { type: 'generated', at: 2, effectId: 'e0', result: generated } },
      {
        seq: 3,
        at: 3,
        kind: 'event',
        event: { type: 'toolFinished', at: 3, effectId: 'e1', outcome: 'ok', result: { found: true, contact: { spouse: 'Vincent' } } },
      },
      { seq: 4, at: 4, kind: 'step', state, effects: [...effects], decisions: [] },
    ]
    const text = JSON.stringify(maskEntries(entries, ['patient']))
    expect(text).not.toMatch(/grace|Platinum|Agatha|Remington|336|Amazing|Mary|Cobol|Vincent/)
    expect(text.match(/2026-11-24/g)).toHaveLength(3)
    expect(text).toContain('contact.update')
  })
})

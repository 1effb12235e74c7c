import { expect, test } from 'vitest'
import { replay } from './interpreter/interpreter.ts'
import type { JournalEntry } from './journal.ts'
import { drawn, meant, scenario } from './scenario.ts'
import { transcriptOf } from './transcript.ts'

const flow = drawn(
  {
    hi: ['greeting', { text: 'Hello there.' }, { next: 'why' }],
    why: ['intent', { question: 'How can I help?', intents: ['book'] }, { book: 'bye' }],
    bye: ['end', { text: 'Bye now.' }],
  },
  { intents: [{ name: 'book' }] },
)

function journalOf(call: ReturnType<typeof scenario>): JournalEntry[] {
  const steps = replay(call.flow, call.events)
  return call.events.flatMap((event, index): JournalEntry[] => {
    const step = steps[index]
    const entry = { seq: 2 * index + 1, at: event.at }
    return [
      { ...entry, kind: 'event', event },
      ...(step
        ? [{ ...entry, seq: entry.seq + 1, kind: 'step' as const, state: step.state, effects: step.effects, decisions: step.decisions }]
        : []),
    ]
  })
}

test('both sides in order, the agent’s words as far as they were heard', () => {
  const call = scenario(flow).interrupted('Hello').says('book', meant('book')).spoken().hungUp('agent')
  expect(transcriptOf(journalOf(call)).map(({ speaker, text, nodeId, interrupted }) => [speaker, text, nodeId, interrupted])).toEqual([
    ['agent', 'Hello', 'hi', true],
    ['contact', 'book', 'why', false],
    ['agent', 'Bye now.', 'bye', false],
  ])
})

test('a running call shows what is being said; after a hang-up only what was heard stands', () => {
  const call = scenario(flow)
  expect(transcriptOf(journalOf(call)).map(({ text }) => text)).toEqual(['Hello there.'])
  expect(transcriptOf(journalOf(call.hungUp('contact')))).toEqual([])
})

test('what was performed again after a recovery, or told twice, stands once', () => {
  const call = scenario(flow).spoken().said('book')
  const entries = journalOf(call)
  expect(transcriptOf([...entries, ...entries.slice(2)])).toEqual(transcriptOf(entries))
})

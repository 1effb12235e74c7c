import { expect, test } from 'vitest'
import { apply } from '../operations/apply.ts'
import { drawn, meant } from '../scenario.ts'
import type { Understanding, UnderstandRequest } from '../understanding.ts'
import { backtest } from './backtest.ts'
import { runScenario } from './run-scenario.ts'
import { scenarioFromJournal } from './scenario-from-journal.ts'
import type { ScenarioStep } from './scenario-step.ts'
import { simulateCall } from './simulate-call.ts'
import { verifyJournal } from './verify-journal.ts'

const flow = drawn(
  {
    why: [
      'intent',
      { question: 'How can I help?', intents: ['book', 'hours'] },
      { book: 'book', hours: 'hours', noMatch: 'bye', silent: 'bye' },
    ],
    hours: ['say', { text: 'From nine to five.' }, { next: 'why' }],
    book: ['book', { service: 'Cleaning' }, { booked: 'bye', noTimes: 'bye', declined: 'bye', failed: 'bye' }],
    bye: ['end', { text: 'Goodbye.' }],
  },
  { intents: [{ name: 'book', samples: { en: ['book'] } }, { name: 'hours' }] },
)
function understand({ text, intents }: UnderstandRequest): Understanding {
  const none: Understanding = { intent: null, confidence: 0, candidates: [], slots: [], reason: 'test', engine: 'local', tookMs: 1 }
  const intent = intents.find(({ name }) => text.includes(name))?.name ?? null
  return intent === null ? none : { ...none, ...meant(intent) }
}
const steps: ScenarioStep[] = [
  { contact: 'the hours please', interrupt: 'How can' },
  { contact: 'book' },
  { tool: 'calendar.findTimes', result: { exact: false, times: [], service: { name: 'Cleaning', durationMin: 30 } } },
]
const recorded = async () => (await runScenario(flow, { name: 'past', steps }, { understand })).journal

test('a recorded call becomes a scenario one can read', async () => {
  const made = scenarioFromJournal(flow, await recorded(), 'Hours, then a booking')
  expect(made).toEqual({
    ok: true,
    scenario: {
      name: 'Hours, then a booking',
      now: '2026-01-05T09:00:00.000Z',
      facts: { callId: 'scenario', direction: 'inbound', channel: 'phone', timeZone: 'Europe/Paris' },
      steps: [
        { agent: { node: 'why' }, note: 'How can I help?' },
        { contact: 'the hours please', interrupt: 'How can', during: 'why' },
        { agent: { node: 'why' }, note: 'From nine to five. How can I help?' },
        { contact: 'book' },
        { agent: { node: 'book' }, note: 'One moment, I am looking at the calendar.' },
        { tool: 'calendar.findTimes', result: { exact: false, times: [], service: { name: 'Cleaning', durationMin: 30 } } },
        { agent: { node: 'bye' }, note: 'Goodbye.' },
      ],
      outcome: 'completed',
      variables: {},
    },
  })
})

test('a journal of another flow is refused, with the first event that differs', async () => {
  const other = apply(flow, { type: 'updateNode', id: 'hours', data: { text: 'From ten to four.' } })
  expect(verifyJournal(other, await recorded())).toEqual({
    ok: false,
    code: 'JOURNAL_OF_ANOTHER_FLOW',
    seq: 7,
    expected: 'hours (running), e4 say "From ten to four."',
    found: 'hours (running), e4 say "From nine to five."',
  })
  expect(scenarioFromJournal(other, await recorded(), 'x')).toMatchObject({ ok: false, seq: 7 })
  expect(verifyJournal(flow, [])).toMatchObject({ ok: false, found: 'nothing' })
})

test('other words alone send no past call another way', async () => {
  const reworded = apply(flow, { type: 'updateNode', id: 'why', data: { question: 'What can I do for you?' } })
  expect(await backtest(reworded, await recorded(), { understand })).toMatchObject({ same: true })
})

test('a back-test names the turn from which the call would have gone another way', async () => {
  const shorter = apply(flow, { type: 'connect', edge: { id: 'hours-next', source: 'hours', sourceHandle: 'next', target: 'bye' } })
  expect(await backtest(shorter, await recorded(), { understand })).toEqual({
    same: false,
    firstDifference: {
      turn: 1,
      contactSaid: 'the hours please',
      before: { node: 'why', words: 'From nine to five. How can I help?' },
      after: { node: 'bye', words: 'From nine to five. Goodbye.' },
    },
    path: { before: ['why', 'hours', 'why', 'book', 'bye'], after: ['why', 'hours', 'bye'] },
    outcome: { before: 'completed', after: 'completed' },
  })
})

test('a back-test stops, and says so, where the past call has no answer for what is asked', async () => {
  const talkative = apply(flow, { type: 'connect', edge: { id: 'book-noTimes', source: 'book', sourceHandle: 'noTimes', target: 'book' } })
  const result = await backtest(talkative, await recorded(), { understand })
  expect(result).toMatchObject({ same: false, firstDifference: { turn: 2 }, outcome: { after: null } })
  expect(result?.stopped).toContain('asked calendar.findTimes with')
})

test('a simulated caller makes a call, and the call a scenario that passes without the caller', async () => {
  const lines = ['hello?', 'the hours please', 'book']
  const call = await simulateCall(flow, {
    name: 'Curious',
    startedAt: Date.UTC(2026, 0, 5),
    maxTurns: 10,
    understand,
    caller: ({ transcript }) => ({ contact: lines[transcript.filter(({ speaker }) => speaker === 'contact').length] ?? 'bye' }),
  })
  expect(call).toMatchObject({ outcome: 'completed', path: ['why', 'hours', 'why', 'book', 'bye'] })
  expect(await runScenario(flow, call.scenario, { understand })).toMatchObject({ passed: true, path: call.path })
})

test('a caller who never ends, and one who fails, hang up', async () => {
  const options = { name: 'x', startedAt: 0, maxTurns: 3, understand }
  const endless = await simulateCall(flow, { ...options, caller: () => ({ contact: 'the hours please' }) })
  expect(endless).toMatchObject({ outcome: 'hungUp', path: ['why', 'hours', 'why', 'hours', 'why', 'hours', 'why'] })
  const failing = await simulateCall(flow, { ...options, caller: () => ({ failure: 'MODEL_TIMEOUT' }) })
  expect(failing).toMatchObject({ outcome: 'hungUp', failure: 'MODEL_TIMEOUT' })
})

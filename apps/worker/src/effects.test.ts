import type { Generated, JournalEntry, Json, NodeStep } from '@parley/flow-runtime'
import { afterEach, expect, test, vi } from 'vitest'
import { eventsOf, notesOf, play } from '../test/fake-world.ts'
import { lineOfNodes } from '../test/line-of-nodes.ts'
import { standInNodes } from '../test/stand-in-nodes.ts'
import { HandedOver } from './ending.ts'
import { noGenerator } from './generator-port.ts'

afterEach(() => void vi.restoreAllMocks())

const say = (id: string, text: string, data: object = {}) => ({ id, type: 'say', data: { text, ...data } })
const bye = { id: 'bye', type: 'end', data: { text: 'Goodbye.' } }
const done = { code: 'everythingSaid' } as const
/** The journal of a process that died behind the first line that matches. */
const until = (journal: JournalEntry[], matches: (entry: JournalEntry) => boolean) => journal.slice(0, journal.findIndex(matches) + 1)

test('a pause is waited out, and ends with the call', async () => {
  const flow = lineOfNodes([{ id: 'pause', type: 'wait', data: { waitMs: 100 } }, bye])
  const { result, journal, line } = await play({}, { flow })
  const [start, finished] = [eventsOf(journal)[0], eventsOf(journal).find(({ type }) => type === 'waitFinished')]
  expect((finished?.at ?? 0) - (start?.at ?? 0)).toBeGreaterThanOrEqual(99)
  expect(line.texts()).toEqual(['Goodbye.'])
  expect(result?.outcome).toBe('completed')

  const long = lineOfNodes([{ id: 'pause', type: 'wait', data: { waitMs: 600_000 } }, bye])
  const left = await play({}, { flow: long, onLine: (line) => setTimeout(() => line.leave('contact'), 20) })
  expect(left.result?.outcome).toBe('hungUp')
})

test('a pause that was under way goes on in the next process for the time that is left', async () => {
  const flow = lineOfNodes([{ id: 'pause', type: 'wait', data: { waitMs: 60_000 } }, bye])
  const killed = new AbortController()
  setTimeout(() => killed.abort(new HandedOver('KILLED')), 30)
  const first = await play({}, { flow, signal: killed.signal })
  const later = Date.now() + 60_000
  const second = await play({}, { flow, resume: first.journal, clock: { now: () => later } })
  expect(second.result?.outcome).toBe('completed')
  expect(second.line.texts()).toEqual(['Sorry, I am back.', 'Goodbye.'])
})

test('something outside ends a wait; a machine that answers takes the call', async () => {
  const waits = lineOfNodes([{ id: 'pause', type: 'wait', data: { until: 'event', event: 'doorOpened', waitMs: 60_000 } }, bye])
  const told = { type: 'outsideEvent', name: 'doorOpened', data: null } as const
  const opened = await play({}, { flow: waits, onLine: (line) => setTimeout(() => line.emit(told), 20) })
  expect(opened.result?.outcome).toBe('completed')
  expect(eventsOf(opened.journal).map(({ type }) => type)).not.toContain('waitFinished')

  const nodes = [
    say('hello', 'Hello, am I speaking with Ann?'),
    { id: 'beep', type: 'machine', data: { text: 'Please call us back.' } },
    bye,
  ]
  const evidence = { greetingMs: 3_520, pauseMs: 0, phrases: ['leaveMessage'] }
  const judgement = { answeredBy: 'machine', reason: 'phrase', at: 0, afterMs: 3_900, evidence } as const
  const answered = await play(
    { endless: (text) => text.startsWith('Hello') },
    {
      flow: lineOfNodes(nodes),
      onLine: (line) => {
        setTimeout(() => line.emit({ type: 'answeredBy', judgement }), 20)
        setTimeout(() => line.emit({ type: 'machineDetected' }), 20)
        setTimeout(() => line.emit({ type: 'outsideEvent', name: 'beep', data: null }), 40)
      },
    },
  )
  expect(answered.line.said.map(({ heard }) => heard)).toEqual(['', 'Please call us back.', 'Goodbye.'])
  const detail = JSON.stringify({ reason: 'phrase', afterMs: 3_900, ...evidence })
  expect(answered.journal).toContainEqual(expect.objectContaining({ kind: 'note', code: 'ANSWERED_BY_MACHINE', detail }))
})

test('keys are pressed after what is being said', async () => {
  const flow = lineOfNodes([
    { id: 'start', type: 'wait', data: { waitMs: 60_000 } },
    { id: 'vm', type: 'machine', data: { action: 'pressKey', keys: '1#' } },
    bye,
  ])
  const { line, result } = await play({}, { flow, onLine: (port) => setTimeout(() => port.emit({ type: 'machineDetected' }), 10) })
  expect(line.asked.keys).toEqual(['1#'])
  expect(result?.outcome).toBe('machine')
})

test('recognition, voice and words change language in one step', async () => {
  const text = { en: 'How are you?', fr: 'Comment allez-vous ?' }
  const flow = lineOfNodes(
    [
      say('hello', 'Hello.'),
      { id: 'french', type: 'language', data: { to: 'fr', text: { fr: 'En français.' } } },
      { id: 'how', type: 'ask', data: { variable: 'mood', question: text } },
    ],
    { languages: ['en', 'fr'], variables: [{ name: 'mood', type: 'text' }] },
  )
  const { line, journal } = await play({ reply: () => 'leaves' }, { flow })
  expect(line.said.map(({ text: said, language }) => `${language} ${said}`)).toEqual([
    'en Hello.',
    'fr En français.',
    'fr Comment allez-vous ?',
  ])
  expect(line.asked.languages).toEqual(['fr'])
  expect(line.asked.listens).toEqual(['fr'])
  const switched = journal.find((entry) => entry.kind === 'step' && entry.effects.some(({ type }) => type === 'setLanguage'))
  expect(switched).toMatchObject({
    effects: [
      { type: 'setLanguage', to: 'fr' },
      { type: 'say', language: 'fr' },
    ],
  })
})

test('what is recorded goes to its port under its key, and again from the next process until it is kept', async () => {
  const entry = { what: 'consent', purpose: 'marketing', given: false } as const
  standInNodes({ consent: { enter: () => ({ effects: [{ type: 'record', entry }], outcome: 'next', why: done }) } })
  const flow = lineOfNodes([say('hello', 'Hello.'), say('note', 'consent'), bye])
  const kept: string[] = []
  const { journal } = await play({}, { flow, records: async (_, key) => void kept.push(key) })
  expect(kept).toHaveLength(1)
  expect(journal).toContainEqual(expect.objectContaining({ kind: 'note', code: 'RECORD_KEPT', detail: expect.stringContaining('consent') }))

  const cut = until(journal, (line) => line.kind === 'step' && line.effects.some(({ type }) => type === 'record'))
  await play({}, { flow, resume: cut, records: async (_, key) => void kept.push(key) })
  expect(kept).toEqual([kept[0], kept[0]])
  const stored = until(journal, (line) => line.kind === 'note' && line.code === 'RECORD_KEPT')
  await play({}, { flow, resume: stored, records: async (_, key) => void kept.push(key) })
  expect(kept).toHaveLength(2)

  const refused = await play({}, { flow, records: () => Promise.reject(Object.assign(new Error('no'), { code: 'DATABASE_UNAVAILABLE' })) })
  expect(refused.journal).toContainEqual(
    expect.objectContaining({ code: 'RECORD_FAILED', detail: expect.stringContaining('DATABASE_UNAVAILABLE') }),
  )
  expect(refused.result?.outcome).toBe('completed')
})

const checking = lineOfNodes(
  [
    {
      id: 'check',
      type: 'background',
      data: { task: 'insurance', saveAs: 'covered', announce: 'You are covered.', announceFailure: 'I could not check.' },
    },
    { id: 'pause', type: 'wait', data: { until: 'tasks', waitMs: 60_000 } },
    bye,
  ],
  { variables: [{ name: 'covered', type: 'boolean' }] },
)

test('a background task answers later; its news are told and the wait for it is over', async () => {
  const started: string[] = []
  const tasks = {
    start: async (task: string, _: Json, key: string) => {
      started.push(`${task} ${key.split(':')[1]}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
      return true
    },
  }
  const { line, journal } = await play({}, { flow: checking, tasks })
  expect(started).toEqual(['insurance e1'])
  expect(line.texts()).toEqual(['You are covered.', 'Goodbye.'])

  const cut = until(journal, (entry) => entry.kind === 'step')
  const second = await play({}, { flow: checking, tasks, resume: cut })
  expect(started).toEqual(['insurance e1', 'insurance e1'])
  expect(second.line.texts()).toEqual(['Sorry, I am back.', 'You are covered.', 'Goodbye.'])
})

test('a task nobody is connected for fails by its code, and the flow tells of it', async () => {
  const { line, journal } = await play({}, { flow: checking })
  expect(eventsOf(journal)).toContainEqual(
    expect.objectContaining({ type: 'taskFinished', taskId: 'e1', outcome: 'error', result: { code: 'TASK_NOT_CONNECTED' } }),
  )
  expect(line.texts()).toEqual(['I could not check.', 'Goodbye.'])
})

test('a model answers what is generated; without one the flow hears why', async () => {
  const request = {
    goal: '',
    instructions: '',
    language: 'en',
    messages: [],
    exits: [],
    tools: [],
    results: [],
    summary: '',
    left: 0,
    contextTokens: 1000,
    known: '',
    speaking: { interruptible: true, waiting: '', instead: '', longest: 600 },
    prices: [],
    now: 0,
    timeZone: 'UTC',
  } as const
  standInNodes({
    agent: {
      enter: (): NodeStep<null> => ({ effects: [{ type: 'generate', request }] }),
      on: (event): NodeStep<null> => {
        if (event.type !== 'generated') return event.type === 'speechFinished' ? { outcome: 'next', why: done } : {}
        return { effects: [{ type: 'say', text: event.result.failure ?? event.result.text, interruptible: true }] }
      },
    },
  })
  const flow = lineOfNodes([say('talk', 'agent'), bye])
  const text = async (generate: () => Promise<Generated>) =>
    (await play({}, { flow, generator: { ...noGenerator, generate } })).line.texts()[0]
  expect(await text(async () => ({ text: 'Of course.', exit: null, tool: null, values: {}, tookMs: 1, engine: 'test' }))).toBe('Of course.')
  expect(await text(() => Promise.reject(new Error('down')))).toBe('MODEL_FAILED')
  expect((await play({}, { flow })).line.texts()).toEqual(['MODEL_NOT_CONFIGURED', 'Goodbye.'])
})

test('a transfer carries its way, briefing and time', async () => {
  const wanted = { to: 'queue:front', mode: 'warm', briefing: 'Ann wants a cleaning.', timeoutMs: 20 } as const
  standInNodes({
    transfer: {
      enter: (): NodeStep<null> => ({ effects: [{ type: 'transfer', ...wanted }] }),
      on: (event): NodeStep<null> => (event.type === 'transferFinished' ? { outcome: event.outcome, why: done } : {}),
    },
  })
  const flow = lineOfNodes([say('colleague', 'transfer'), bye])
  const { line, journal } = await play({}, { flow })
  expect(line.asked.transfers).toEqual([{ ...wanted, id: expect.any(String), language: 'en' }])
  expect(eventsOf(journal)).toContainEqual(expect.objectContaining({ type: 'transferFinished', outcome: 'failed' }))
  expect(notesOf(journal)).not.toContain('TRANSFER_FAILED')
})

test('a tool gets the time its node gives it', async () => {
  standInNodes({
    tool: {
      enter: (): NodeStep<null> => ({ effects: [{ type: 'callTool', tool: 'knowledge.answer', input: {}, timeoutMs: 20 }] }),
      on: (event): NodeStep<null> => (event.type === 'toolFinished' ? { outcome: 'next', why: done } : {}),
    },
  })
  const flow = lineOfNodes([say('ask', 'tool'), bye])
  const { journal } = await play({}, { flow, tools: { call: () => new Promise(() => undefined) } })
  expect(eventsOf(journal)).toContainEqual(expect.objectContaining({ outcome: 'timeout', result: { code: 'TOOL_TIMEOUT' } }))
})

import { expect, test } from 'vitest'
import { drawn, meant } from '../scenario.ts'
import type { Understanding, UnderstandRequest } from '../understanding.ts'
import { runScenario } from './run-scenario.ts'
import { runScenarios } from './run-scenarios.ts'
import { type Scenario, scenario } from './scenario-document.ts'

const flow = drawn(
  {
    greet: ['greeting', { text: 'Hello, this is the clinic.' }, { next: 'why' }],
    why: [
      'intent',
      { question: 'How can I help?', intents: ['book', 'person'] },
      { book: 'askDay', person: 'human', noMatch: 'bye', silent: 'bye' },
    ],
    askDay: ['ask', { variable: 'day', question: 'Which day?' }, { done: 'check', noMatch: 'bye', silent: 'bye' }],
    check: ['background', { task: 'checkInsurance', saveAs: 'insured', announce: 'You are insured.' }, { started: 'book' }],
    book: ['book', { service: 'Cleaning', date: 'day' }, { booked: 'bye', noTimes: 'bye', declined: 'bye', failed: 'human' }],
    human: ['transfer', { to: '+15550100' }, { failed: 'hold', declined: 'bye', noAnswer: 'bye' }],
    hold: ['wait', { until: 'event', event: 'callBack', waitMs: 5000 }, { happened: 'bye', timeout: 'bye' }],
    bye: ['end', { text: 'Goodbye.' }],
    machine: ['machine', { action: 'leaveMessage', text: 'Please call back.' }, { next: 'bye' }],
  },
  {
    languages: ['en', 'fr'],
    variables: [
      { name: 'day', type: 'date' },
      { name: 'insured', type: 'boolean' },
    ],
    intents: [{ name: 'book' }, { name: 'person' }],
  },
)
const free = { startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' }
const found = { exact: false, times: [free], service: { name: 'Cleaning', durationMin: 30 } }

/** An engine that knows two sentences. */
function understand({ text }: UnderstandRequest): Understanding {
  const none: Understanding = { intent: null, confidence: 0, candidates: [], slots: [], reason: 'test', engine: 'test', tookMs: 7 }
  if (text === 'book please') return { ...none, ...meant('book') }
  return text === 'Tuesday' ? { ...none, ...meant(null, 0, { day: '2026-11-24' }) } : none
}
const run = (written: Omit<Scenario, 'name'>, locale: 'en' | 'fr' = 'en') =>
  runScenario(flow, scenario.parse({ name: 'test', ...written }), { understand, locale })
const toBook = [{ contact: 'book please' }, { contact: 'Tuesday' }]

test('a whole call: words, answers of tools, news, and what is expected by then', async () => {
  const result = await run({
    steps: [
      { agent: ['this is the clinic', 'How can I help?'] },
      { contact: 'book please' },
      { agent: { text: 'which * day?', node: 'askDay', through: ['askDay'], variables: { day: null } }, note: 'small letters are enough' },
      { contact: 'Tuesday' },
      { agent: { effects: [{ type: 'startTask', task: 'checkInsurance' }], variables: { day: '2026-11-24' } } },
      { task: 'checkInsurance', result: true },
      { tool: 'calendar.findTimes', input: { date: '2026-11-24' }, error: 'down' },
      { agent: { node: 'human', effects: ['transfer'], language: 'en', variables: { insured: true } } },
      { transfer: 'failed' },
      { event: 'callBack' },
      { agent: ['You are insured.', 'Goodbye.'] },
    ],
    outcome: 'completed',
    variables: { insured: true },
  })
  expect(result).toMatchObject({ passed: true, reason: null, outcome: 'completed' })
  expect(result.path).toEqual(['greet', 'why', 'askDay', 'check', 'book', 'human', 'hold', 'bye'])
})

test('the same scenario gives the same journal, to the millisecond', async () => {
  const written = { steps: toBook, tools: { 'calendar.findTimes': [found] }, now: '2026-11-20T10:00:00+01:00' }
  const journals = [await run(written), await run(written)].map(({ journal }) => JSON.stringify(journal))
  expect(journals[0]).toBe(journals[1])
  expect(journals[0]).toContain(`"at":${Date.parse('2026-11-20T09:00:00Z')}`)
})

test('words broken into a speech are heard at once, after the words of it that were heard', async () => {
  const { journal, passed } = await run({ steps: [{ contact: 'book please', interrupt: 'Hello, this' }, { agent: { node: 'askDay' } }] })
  expect(passed).toBe(true)
  expect(journal.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []))).toMatchObject([
    { type: 'callStarted' },
    { type: 'speechFinished', completed: false, heard: 'Hello, this' },
    { type: 'contactSaid', text: 'book please' },
    { type: 'understood', result: { tookMs: 0 } },
    { type: 'speechFinished', completed: true, heard: 'Which day?' },
  ])
})

test('what a scenario says was understood counts, whatever the engine says', async () => {
  const steps = [{ contact: 'book please' }, { understood: { intent: 'person' } }, { transfer: 'connected' as const }]
  expect(await run({ steps, outcome: 'transferred' })).toMatchObject({ passed: true })
})

test('a machine answers while the agent greets; the message is left after the beep', async () => {
  const steps = [{ machine: true as const, during: 'greet' }, { event: 'beep' }, { agent: 'Please call back.' }]
  expect(await run({ steps, outcome: 'machine' })).toMatchObject({ passed: true, path: ['greet', 'machine', 'bye'] })
})

test.each<[string, Omit<Scenario, 'name'>, string, string]>([
  [
    'TEXT_NOT_SAID',
    { steps: [{ contact: 'what?' }, { agent: 'Which day' }] },
    'After “what?” the agent said “Sorry, I did not understand. How can I help?” instead of something with “Which day”.',
    'Après « what? », l’agent a dit « Sorry, I did not understand. How can I help? » au lieu de quelque chose avec « Which day ».',
  ],
  [
    'OTHER_NODE',
    { steps: [{ contact: 'what?' }, { agent: { node: 'askDay' } }] },
    'After “what?” the call was at “why” (What do they want?) instead of “askDay” (Ask). The caller’s words fit none of the intents listened for here.',
    'Après « what? », l’appel était à « why » (Que veut l’appelant ?) au lieu de « askDay » (Demander). Les mots de l’appelant ne correspondent à aucune des intentions attendues ici.',
  ],
  [
    'NODE_NOT_PASSED',
    { steps: [{ contact: 'book please' }, { agent: { through: ['human'] } }] },
    'After “book please” the call did not come by “human” (Transfer), but went: why → askDay.',
    'n’est pas passé par « human »',
  ],
  [
    'OTHER_VALUE',
    { steps: [...toBook, { tool: 'calendar.findTimes', result: found }, { agent: { variables: { day: '2026-11-25' } } }] },
    'After this (calendar.findTimes answers) the variable “day” was "2026-11-24" instead of "2026-11-25".',
    'Après ceci (calendar.findTimes répond), la variable « day » valait "2026-11-24" au lieu de "2026-11-25".',
  ],
  [
    'EFFECT_MISSING',
    { steps: [{ contact: 'book please' }, { agent: { effects: ['transfer'] } }] },
    'After “book please” the agent did not do this: transfer. It did: understand, say, listen.',
    'l’agent n’a pas fait ceci : transfer.',
  ],
  [
    'OTHER_LANGUAGE',
    { steps: [{ agent: { language: 'fr' } }] },
    'At the start the call was in en instead of fr.',
    'Au début l’appel était en en',
  ],
  [
    'TOOL_UNANSWERED',
    { steps: toBook },
    'After “Tuesday” the agent asked calendar.findTimes with {"service":"Cleaning","date":"2026-11-24","timeZone":"Europe/Paris"}, and the scenario does not say what it answers.',
    'le scénario ne dit pas ce qu’il répond',
  ],
  [
    'TOOL_ASKED_OTHERWISE',
    { steps: [...toBook, { tool: 'calendar.findTimes', input: { date: '2026-12-01' }, timeout: true }] },
    'instead of {"date":"2026-12-01"}',
    'au lieu de {"date":"2026-12-01"}',
  ],
  [
    'TRANSFER_UNANSWERED',
    { steps: [{ contact: 'x' }, { understood: { intent: 'person' } }], outcome: 'completed' },
    'After “x” the agent transferred the call to +15550100, and the scenario does not say what came of it (a step “transfer”).',
    'il en est advenu',
  ],
  [
    'NO_KEYS_WANTED',
    { steps: [{ keys: '12' }] },
    'At the start the agent did not wait for keys, so this could not happen: the keys 12. The call was at “why” (What do they want?).',
    'Au début l’agent n’attendait pas de touches',
  ],
  [
    'NOT_SPEAKING',
    { steps: [{ interrupt: 'Good evening' }] },
    'At the start the agent said nothing that could be interrupted by: an interruption after “Good evening”.',
    'une interruption après « Good evening »',
  ],
  [
    'NOT_AWAITED',
    { steps: [{ task: 'checkInsurance', result: true }] },
    'At the start nothing waited for this: the task “checkInsurance” finishes. The call was at “why”',
    'rien n’attendait ceci : la tâche « checkInsurance » se termine',
  ],
  [
    'CALL_OVER',
    { steps: [{ silence: 3 }, { contact: 'hello?' }] },
    'After this (the caller says nothing) the call was already over (completed), so this could not happen: the caller says “hello?”.',
    'l’appel était déjà terminé (completed)',
  ],
  [
    'OTHER_OUTCOME',
    { steps: [{ hangUp: true }], outcome: 'completed' },
    'After this (the caller hangs up) the call ended as “hungUp” instead of “completed”. The caller hung up.',
    'l’appel s’est terminé par « hungUp » au lieu de « completed »',
  ],
  [
    'NOT_ENDED',
    { steps: [{ contact: 'book please' }], outcome: 'completed' },
    'After “book please” the call did not end: it was still at “askDay” (Ask).',
    'l’appel ne s’est pas terminé : il était encore à « askDay »',
  ],
])('%s is said in one sentence', async (code, written, english, french) => {
  const result = await run(written)
  expect(result).toMatchObject({ passed: false, code })
  expect(result.reason).toContain(english)
  expect((await run(written, 'fr')).reason).toContain(french)
})

test('a flow that never listens fails its scenario instead of going on for ever', async () => {
  const loop = drawn({ a: ['say', { text: 'On and on.' }, { next: 'a' }] })
  const result = await runScenario(loop, { name: 'loop', steps: [{ contact: 'stop' }] }, { understand })
  expect(result).toMatchObject({ passed: false, code: 'NEVER_LISTENS', at: 0 })
})

test('several scenarios cover together what each covers in part', async () => {
  const { results, coverage } = await runScenarios(
    flow,
    [
      { name: 'silence', steps: [{ silence: 3 }] },
      { name: 'person', steps: [{ contact: 'x' }, { understood: { intent: 'person' } }, { transfer: 'declined' }] },
    ],
    { understand },
  )
  expect(results.map(({ passed }) => passed)).toEqual([true, true])
  expect(coverage.visited.edges).toEqual(['greet-next', 'why-person', 'why-silent', 'human-declined'])
  expect(coverage.missing.nodes).toEqual(['askDay', 'check', 'book', 'hold', 'machine'])
  expect(coverage.nodes).toBeCloseTo(4 / 9)
})

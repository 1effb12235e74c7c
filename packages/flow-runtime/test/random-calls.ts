import fc from 'fast-check'
import type { CallEvent, CallFacts } from '../src/events.ts'
import { type Flow, flow as flowSchema } from '../src/flow.ts'
import { begin, step } from '../src/interpreter/interpreter.ts'
import { nodeTypes } from '../src/nodes/index.ts'
import type { CallState } from '../src/state.ts'

const facts: CallFacts = { callId: 'c', direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' }
const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5']
const id = fc.constantFrom(...ids)
const variable = fc.constantFrom('day', 'time', 'who', 'party', '', 'missing')
const text = fc.constantFrom('', 'Hello.', 'On {{ day }} for {{ party }}.', '{{ broken ', '{{ 1 + }}', '{{ missing }}')
const expression = fc.constantFrom(
  'party > 2',
  'known.day',
  'true',
  '1 / 0 == 1',
  'missing',
  '',
  'day < "2027"',
  '"x"',
  'null',
  'party + 1',
)
const tries = fc.integer({ min: 1, max: 3 })

const data = {
  greeting: fc.record({ text }),
  say: fc.record({ text, interruptible: fc.boolean() }),
  intent: fc.record({
    question: text,
    intents: fc.subarray(['book', 'hours', 'missing']),
    fills: fc.subarray(['day', 'party']),
    maxTries: tries,
  }),
  ask: fc.record({ variable, question: text, confirm: fc.boolean(), skipIfKnown: fc.boolean(), maxTries: tries }),
  branch: fc.record({ conditions: fc.array(fc.record({ name: fc.constantFrom('a', 'b'), when: expression }), { maxLength: 2 }) }),
  set: fc.record({ assignments: fc.array(fc.record({ variable, value: expression }), { maxLength: 2 }) }),
  book: fc.record({ service: text, date: variable, time: variable, checking: text, confirmed: text, maxTries: tries }),
  transfer: fc.record({ to: fc.constantFrom('+15550100', '', '{{ who }}'), text }),
  end: fc.record({ text }),
} satisfies Record<keyof typeof nodeTypes, fc.Arbitrary<unknown>>

const anyNode = fc.constantFrom(...Object.values(nodeTypes)).chain(({ type }) => data[type].map((config) => ({ type, data: config })))
const outcomes = [
  'next',
  'done',
  'noMatch',
  'silent',
  'book',
  'hours',
  'a',
  'b',
  'otherwise',
  'booked',
  'noTimes',
  'declined',
  'failed',
  'noAnswer',
]
const anyFlow: fc.Arbitrary<Flow> = fc
  .record({
    nodes: fc.array(anyNode, { minLength: 1, maxLength: ids.length }),
    targets: fc.array(fc.option(id, { freq: 8 }), { minLength: ids.length * outcomes.length, maxLength: ids.length * outcomes.length }),
    languages: fc.constantFrom(['en'], ['fr', 'en']),
  })
  .map(({ nodes, targets, languages }) => {
    const edges = ids.flatMap((source, row) =>
      outcomes.flatMap((sourceHandle, column) => {
        const target = targets[row * outcomes.length + column]
        return target ? [{ id: `${source}-${sourceHandle}`, source, sourceHandle, target }] : []
      }),
    )
    return flowSchema.parse({
      schemaVersion: 1,
      start: 'n0',
      languages,
      variables: [
        { name: 'day', type: 'date' },
        { name: 'time', type: 'time' },
        { name: 'who', type: 'personName' },
        { name: 'party', type: 'number' },
      ],
      intents: [{ name: 'book' }, { name: 'hours' }],
      nodes: nodes.map((node, index) => ({ ...node, id: ids[index], position: { x: 0, y: 0 } })),
      edges,
    })
  })

const slot = fc.record({
  name: fc.constantFrom('day', 'time', 'who', 'party', '_confirmed', '_time', '_date', '_offer'),
  value: fc.constantFrom('2026-11-24', '15:30', 'Ada', '0', '9', 4, true, false),
  raw: fc.constant('x'),
  confidence: fc.constantFrom(0.2, 0.9),
})
const freeTime = fc
  .constantFrom('09:00', '15:30', '21:00')
  .map((time) => ({ startsAt: `2026-11-24T${time}:00+01:00`, date: '2026-11-24', time }))
const answers = {
  say: fc.record({ type: fc.constant('speechFinished' as const), completed: fc.boolean(), heard: fc.constantFrom('', 'Hel') }),
  listen: fc.oneof(
    fc.record({ type: fc.constant('contactSilent' as const) }),
    fc.record({
      type: fc.constant('contactSaid' as const),
      text: fc.constantFrom('', 'yes', 'Tuesday at three'),
      confidence: fc.constantFrom(0.1, 0.9),
      language: fc.constant('en' as const),
    }),
  ),
  understand: fc.record({
    type: fc.constant('understood' as const),
    result: fc.record({
      intent: fc.constantFrom('book', 'hours', 'missing', null),
      confidence: fc.constantFrom(0.2, 0.9),
      candidates: fc.constant([]),
      slots: fc.array(slot, { maxLength: 3 }),
      reason: fc.constant('r'),
      engine: fc.constant('e'),
      tookMs: fc.constant(1),
    }),
  }),
  callTool: fc.record({
    type: fc.constant('toolFinished' as const),
    outcome: fc.constantFrom('ok' as const, 'ok' as const, 'error' as const),
    result: fc.oneof(
      fc.record({ exact: fc.boolean(), times: fc.array(freeTime, { maxLength: 4 }), service: fc.constant({ name: 's', durationMin: 30 }) }),
      fc.record({
        booked: fc.constant(false),
        reason: fc.constantFrom('taken', 'unknownService'),
        times: fc.array(freeTime, { maxLength: 2 }),
      }),
      freeTime.map((time) => ({ booked: true, appointmentId: 'a', ...time })),
      fc.constant('nonsense'),
    ),
  }),
  transfer: fc.record({
    type: fc.constant('transferFinished' as const),
    outcome: fc.constantFrom('connected' as const, 'failed' as const),
  }),
}

/** What the world does next: mostly it answers something awaited, sometimes anything else. */
type Move = {
  pick: number
  kind: 'answer' | 'again' | 'foreign' | 'outside'
  outside: CallEvent
  of: { [K in keyof typeof answers]: object }
}
const outside: fc.Arbitrary<CallEvent> = fc.constantFrom<CallEvent>(
  { type: 'keyPressed', at: 0, key: '1' },
  { type: 'timeUp', at: 0 },
  { type: 'providerFailed', at: 0, stage: 'synthesis', code: 'X' },
  { type: 'providerFailed', at: 0, stage: 'recognition', code: 'X' },
  { type: 'hungUp', at: 0, by: 'contact' },
  { type: 'callStarted', at: 0, facts },
)
const kind = fc.oneof(
  { weight: 12, arbitrary: fc.constant('answer' as const) },
  { weight: 2, arbitrary: fc.constant('again' as const) },
  { weight: 1, arbitrary: fc.constant('foreign' as const) },
  { weight: 1, arbitrary: fc.constant('outside' as const) },
)
const move: fc.Arbitrary<Move> = fc.record({ pick: fc.nat(50), kind, outside, of: fc.record(answers) })

function eventOf({ pick, kind: which, outside: event, of }: Move, state: CallState, past: readonly CallEvent[], at: number): CallEvent {
  if (which === 'outside') return { ...event, at }
  if (which === 'again') return past[pick % past.length] ?? event
  const effect = state.awaiting[pick % Math.max(1, state.awaiting.length)]
  if (!effect) return { ...event, at }
  if (effect.type === 'hangUp') return { type: 'hungUp', at, by: 'agent' }
  const effectId = which === 'foreign' ? `e${pick}` : effect.id
  return { ...of[effect.type], at, effectId } as CallEvent
}

/** Plays random moves on a flow; `look` sees every state before and after. */
export function play(
  flow: Flow,
  moves: readonly Move[],
  look: (before: CallState, after: CallState, events: readonly CallEvent[]) => void,
) {
  const events: CallEvent[] = [{ type: 'callStarted', at: Date.UTC(2026, 10, 20), facts }]
  let { state } = begin(flow, { type: 'callStarted', at: Date.UTC(2026, 10, 20), facts })
  for (const [index, next] of moves.entries()) {
    const event = eventOf(next, state, events, Date.UTC(2026, 10, 20) + index)
    events.push(event)
    const stepped = step(flow, state, event)
    look(state, stepped.state, events)
    state = stepped.state
  }
  return { state, events }
}

/** Any flow, sound or not, and anything the world may do with a call of it. */
export const anyCall = { flow: anyFlow, moves: fc.array(move, { maxLength: 40 }) }

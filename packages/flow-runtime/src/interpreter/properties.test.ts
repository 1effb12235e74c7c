import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallEvent, CallFacts } from '../events.ts'
import { type Flow, flow as flowSchema } from '../flow.ts'
import { nodeTypes } from '../nodes/index.ts'
import type { CallState } from '../state.ts'
import { begin, replay, step } from './interpreter.ts'
import { maxSilentHops } from './walk.ts'

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

function play(flow: Flow, moves: readonly Move[], look: (before: CallState, after: CallState, events: readonly CallEvent[]) => void) {
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

const anyCall = { flow: anyFlow, moves: fc.array(move, { maxLength: 40 }) }
const runs = { numRuns: 150 }

test('step always returns, within a bounded number of nodes, at one node, waiting for something or over', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      play(flow, moves, (before, after) => {
        expect(after.path.length - before.path.length).toBeLessThanOrEqual(maxSilentHops)
        expect(after.at).toBe(after.path.at(-1))
        expect(after.awaiting.length > 0).toBe(after.status === 'running')
        expect(new Set(after.awaiting.map((effect) => effect.id)).size).toBe(after.awaiting.length)
      })
    }),
    runs,
  )
})

test('a state survives JSON: the call goes on the same from its copy', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      play(flow, moves, (before, after, events) => {
        const last = events.at(-1)
        expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after)
        if (last) expect(step(flow, JSON.parse(JSON.stringify(before)), last).state).toStrictEqual(after)
      })
    }),
    { numRuns: 75 },
  )
})

test('replaying the same events gives equal states, also from a copy of flow and journal', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state, events } = play(flow, moves, () => undefined)
      const copy: Flow = flowSchema.parse(JSON.parse(JSON.stringify(flow)))
      expect(replay(copy, JSON.parse(JSON.stringify(events))).at(-1)?.state).toStrictEqual(state)
    }),
    { numRuns: 75 },
  )
})

test('ended stays ended, and from every state the call can end', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state } = play(flow, moves, (before, after) => {
        if (before.status === 'ended') expect(after).toBe(before)
      })
      const late = step(flow, state, { type: 'timeUp', at: 1 }).state
      const again = step(flow, late, { type: 'timeUp', at: 2 }).state
      expect(again.status === 'ended' || again.awaiting.every(({ type }) => type === 'hangUp')).toBe(true)
      expect(step(flow, again, { type: 'hungUp', at: 3, by: 'agent' }).state.status).toBe('ended')
    }),
    runs,
  )
})

test('an answer heard before, from before or from nowhere never moves the call', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state, events } = play(flow, moves, () => undefined)
      const isAwaited = (event: CallEvent) => 'effectId' in event && state.awaiting.some(({ id: awaited }) => awaited === event.effectId)
      for (const event of events) {
        if (!('effectId' in event) || isAwaited(event)) continue
        expect(step(flow, state, event)).toEqual({ state, effects: [], decisions: [] })
      }
    }),
    runs,
  )
})

test('the question of an ask node is put in each visit before an answer leaves it', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { events } = play(flow, moves, () => undefined)
      const put = new Set<string>()
      for (const { effects, decisions } of replay(flow, events)) {
        for (const { nodeId, outcome, nextNodeId, why } of decisions) {
          const node = flow.nodes.find((one) => one.id === nodeId)
          const isAnswer = outcome === 'done' && why !== 'The answer is already known.'
          if (node?.type === 'ask' && node.data.question === 'Hello.' && isAnswer) expect(put).toContain(nodeId)
          if (nextNodeId) put.delete(nextNodeId)
        }
        for (const effect of effects) if (effect.type === 'say') put.add(effect.nodeId)
      }
    }),
    runs,
  )
})

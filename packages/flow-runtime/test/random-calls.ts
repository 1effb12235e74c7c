import fc from 'fast-check'
import type { Effect, ToolName } from '../src/effects.ts'
import type { CallEvent, CallFacts } from '../src/events.ts'
import { type Flow, flow as flowSchema } from '../src/flow.ts'
import { begin, step } from '../src/interpreter/interpreter.ts'
import { nodeTypeOf } from '../src/node-type-of.ts'
import { nodeTypes } from '../src/nodes/index.ts'
import type { CallState } from '../src/state.ts'
import type { Json, VariableType } from '../src/variables.ts'
import { anyOf } from './any-of-schema.ts'

const facts: CallFacts = {
  callId: 'c',
  direction: 'inbound',
  channel: 'browser',
  timeZone: 'Europe/Paris',
  contact: { phone: '+15550111', email: 'ada@example.org' },
}
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
const word = fc.constantFrom('a', 'b', 'inner', 'done', 'book', 'beep', '1', '2')
const intentName = fc.constantFrom('book', 'hours', 'human', 'missing')
const url = fc.constantFrom('https://api.example.com/a', 'https://api.example.com/{{ day }}', '{{ who }}', '')
const phone = fc.constantFrom('+15550100', '', '{{ who }}')

/** Words for a field of a node's data, as a person might fill it in, rightly or wrongly. */
function stringsFor(field: string): fc.Arbitrary<string> {
  if (/^(?:when|value|valid|score)$/.test(field)) return expression
  if (/^(?:variable|date|time|saveAs|phone|fills|appointment)$/.test(field)) return variable
  if (field === 'question') return fc.oneof(fc.constant('Hello.'), text)
  if (field === 'intents') return intentName
  if (field === 'url') return url
  if (field === 'to') return fc.oneof(phone, text)
  if (/^(?:name|names|result|output|event|flow|task|keys?|field|server|tool|queue|colleague|purpose)$/.test(field)) return word
  return fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: word })
}

const anyNode = fc
  .constantFrom(...Object.values(nodeTypes))
  .chain(({ type, config }) => anyOf(config, stringsFor).map((data) => ({ type, data: JSON.parse(JSON.stringify(data)) })))

const graph = fc.record({
  nodes: fc.array(anyNode, { minLength: 1, maxLength: ids.length }),
  /** Which node each outcome leads to; undefined: nowhere. */
  targets: fc.array(fc.option(id, { freq: 8, nil: undefined }), { minLength: 40, maxLength: 40 }),
})
const head = {
  schemaVersion: 1 as const,
  start: 'n0',
  variables: [
    { name: 'day', type: 'date' as const },
    { name: 'time', type: 'time' as const },
    { name: 'who', type: 'personName' as const },
    { name: 'party', type: 'number' as const },
    { name: 'sure', type: 'boolean' as const },
  ],
  intents: [{ name: 'book' }, { name: 'hours' }, { name: 'human' }],
  interface: { inputs: ['day'], outputs: ['who'], results: ['done', 'a'] },
}

/** Draws edges from outcomes the nodes really have, once their data is parsed. */
function drawn({ nodes, targets }: { nodes: readonly object[]; targets: readonly (string | undefined)[] }, more: object): Flow {
  const placed = nodes.map((node, index) => ({ ...node, id: ids[index], position: { x: 0, y: 0 } }))
  const flow = flowSchema.parse({ ...head, ...more, nodes: placed })
  const edges = flow.nodes.flatMap((node, row) =>
    nodeTypeOf(node)
      .outcomes(node.data, flow)
      .flatMap((sourceHandle, column) => {
        const target = targets[(row * 7 + column) % targets.length]
        return target === undefined ? [] : [{ id: `${node.id}-${sourceHandle}`, source: node.id, sourceHandle, target }]
      }),
  )
  return { ...flow, edges }
}

const anyFlow: fc.Arbitrary<Flow> = fc
  .record({
    outer: graph,
    inner: fc.option(graph, { nil: undefined }),
    languages: fc.constantFrom(['en'], ['fr', 'en']),
    followLanguage: fc.boolean(),
  })
  .map(({ outer, inner, languages, followLanguage }) => {
    const { subflows: _, ...body } = inner ? drawn(inner, { languages }) : { subflows: {} }
    return drawn(outer, { languages, settings: { followLanguage }, subflows: inner ? { inner: body } : {} })
  })

const slot = fc.record({
  name: fc.constantFrom('day', 'time', 'who', 'party', '_confirmed', '_time', '_date', '_offer', '_at', '_key', '_digits', '_reopen'),
  value: fc.constantFrom('2026-11-24', '15:30', '2026-11-24T15:30:00Z', 'Ada', '0', '1', '9', 'day', 4, true, false),
  raw: fc.constant('x'),
  confidence: fc.constantFrom(0.2, 0.9),
})
const freeTime = fc
  .constantFrom('09:00', '15:30', '21:00')
  .map((time) => ({ startsAt: `2026-11-24T${time}:00+01:00`, date: '2026-11-24', time }))
const appointments = fc
  .array(freeTime, { maxLength: 3 })
  .map((times) => times.map((time, index) => ({ appointmentId: `a${index}`, service: 's', ...time })))
const booking = fc.oneof(
  freeTime.map((time) => ({ booked: true, appointmentId: 'a', ...time })),
  fc.record({
    booked: fc.constant(false),
    reason: fc.constantFrom('taken', 'unknownService'),
    times: fc.array(freeTime, { maxLength: 2 }),
  }),
)
/** What a tool that works answers. */
const toolResults = {
  'calendar.findTimes': fc.record({
    exact: fc.boolean(),
    times: fc.array(freeTime, { maxLength: 4 }),
    service: fc.constant({ name: 's', durationMin: 30 }),
  }),
  'calendar.book': booking,
  'calendar.findAppointments': fc.record({ appointments }),
  'calendar.reschedule': booking,
  'calendar.cancel': fc.record({ cancelled: fc.boolean() }),
  'contact.find': fc.record({ found: fc.boolean(), contact: fc.constant({ a: 'Ada', b: 4 }) }),
  'contact.update': fc.record({ found: fc.boolean() }),
  'message.send': fc.record({ sent: fc.boolean() }),
  'http.request': fc.constant({ status: 200, body: { a: [1] } }),
  'tool.call': fc.constantFrom({ a: 1 }, 'done', null),
  'knowledge.answer': fc.constantFrom({ answer: 'At nine.', sources: [] }, { answer: null, sources: [] }),
} as const satisfies Record<ToolName, fc.Arbitrary<Json>>
/** Something said of each type. */
const saidValues: Partial<Record<VariableType, string | number | boolean>> = {
  date: '2026-11-24',
  time: '15:30',
  dateTime: '2026-11-24T14:30:00Z',
  number: 4,
  choice: '0',
}
const answers = {
  say: fc.record({ type: fc.constant('speechFinished' as const), completed: fc.boolean(), heard: fc.constantFrom('', 'Hel') }),
  listen: fc.oneof(
    fc.record({ type: fc.constant('contactSilent' as const) }),
    fc.record({
      type: fc.constant('contactSaid' as const),
      text: fc.constantFrom('', 'yes', 'Tuesday at three'),
      confidence: fc.constantFrom(0.1, 0.9),
      language: fc.constantFrom('en' as const, 'fr' as const),
    }),
  ),
  understand: fc.record({
    type: fc.constant('understood' as const),
    result: fc.record({
      intent: fc.constantFrom('book', 'hours', 'human', 'missing', null),
      confidence: fc.constantFrom(0.2, 0.9),
      candidates: fc.constant([]),
      slots: fc.array(slot, { maxLength: 3 }),
      reason: fc.constant('r'),
      engine: fc.constant('e'),
      tookMs: fc.constant(1),
    }),
  }),
  generate: fc.record({
    type: fc.constant('generated' as const),
    result: fc.record({
      text: fc.constantFrom('', 'Well.'),
      exit: fc.constantFrom(null, 'a', 'done', 'nowhere'),
      tool: fc.constantFrom(null, { name: 'a', input: {} }, { name: 'calendar.book', input: {} }),
      values: fc.constantFrom({}, { day: '2026-11-24', party: 'many' }),
      tookMs: fc.constant(1),
      engine: fc.constant('e'),
    }),
  }),
  wait: fc.record({ type: fc.constant('waitFinished' as const) }),
  callTool: fc.record({
    type: fc.constant('toolFinished' as const),
    outcome: fc.constantFrom('ok' as const, 'ok' as const, 'ok' as const, 'error' as const, 'timeout' as const),
    result: fc.constantFrom('nonsense', { code: 'HTTP_500' }, null),
  }),
  transfer: fc.record({
    type: fc.constant('transferFinished' as const),
    outcome: fc.constantFrom('connected' as const, 'failed' as const, 'declined' as const, 'noAnswer' as const),
  }),
}

/** What the world does next: mostly it answers something awaited, sometimes anything else. */
type Move = {
  pick: number
  kind: 'answer' | 'again' | 'foreign' | 'outside'
  outside: CallEvent
  /** Tools and understanding answer what they were asked, not just anything. */
  fits: boolean
  isYes: boolean
  of: { [K in keyof typeof answers]: object }
  results: { [K in ToolName]: Json }
}
const outside: fc.Arbitrary<CallEvent> = fc.constantFrom<CallEvent>(
  { type: 'keyPressed', at: 0, key: '1' },
  { type: 'keyPressed', at: 0, key: '#' },
  { type: 'keyPressed', at: 0, key: '•' },
  { type: 'taskFinished', at: 0, taskId: 'e1', outcome: 'ok', result: true },
  { type: 'taskFinished', at: 0, taskId: 'e3', outcome: 'timeout', result: null },
  { type: 'outsideEvent', at: 0, name: 'beep', data: null },
  { type: 'machineDetected', at: 0 },
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
const move: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat(50),
  kind,
  outside,
  fits: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  isYes: fc.boolean(),
  of: fc.record(answers),
  results: fc.record(toolResults),
})

/** The answer to an effect, by what it asks where the move says so. */
function answerTo(effect: Effect, { fits, isYes, pick, of, results }: Move): object {
  const answer = of[effect.type as keyof typeof answers]
  if (!fits) return answer
  if (effect.type === 'callTool') return { ...answer, outcome: 'ok', result: results[effect.tool] }
  if (effect.type !== 'understand') return answer
  const slots = effect.request.slots
    .filter((_, index) => (pick >> index) % 2 === 0)
    .map(({ name, type }) => ({ name, value: type === 'boolean' ? isYes : (saidValues[type] ?? 'Ada'), raw: 'x', confidence: 0.9 }))
  return { ...answer, result: { ...(answer as { result: object }).result, slots } }
}

/** The event a move is at a state: an answer to something awaited, or anything else. */
export function eventOf(next: Move, state: CallState, past: readonly CallEvent[], at: number): CallEvent {
  const { pick, kind: which, outside: event } = next
  if (which === 'outside') return { ...event, at }
  if (which === 'again') return past[pick % past.length] ?? event
  const effect = state.awaiting[pick % Math.max(1, state.awaiting.length)]
  if (!effect) return { ...event, at }
  if (effect.type === 'hangUp') return { type: 'hungUp', at, by: 'agent' }
  if (!(effect.type in answers)) throw new Error(`Nothing answers a ${effect.type}, so it must not be awaited`)
  const effectId = which === 'foreign' ? `e${pick}` : effect.id
  return { ...answerTo(effect, next), at, effectId } as CallEvent
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
export const anyCall = { flow: anyFlow, move, moves: fc.array(move, { maxLength: 40 }) }

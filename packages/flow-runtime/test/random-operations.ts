import fc from 'fast-check'
import type { Flow } from '../src/flow.ts'
import { flow as flowSchema } from '../src/flow.ts'
import { type Operation, operation, type SingleOperation } from '../src/operations/operation.ts'
import { anyCall } from './random-calls.ts'

const id = fc.constantFrom('n0', 'n1', 'n2', 'n3', 'n9', 'ghost')
const newId = fc.constantFrom('n0', 'x', 'y')
const name = fc.constantFrom('day', 'time', 'who', 'party', 'book', 'hours', 'a', 'fresh')
const position = fc.record({ x: fc.integer({ max: 9, min: 0 }), y: fc.constant(1) })
const outcome = fc.constantFrom('next', 'done', 'book', 'a', 'b', 'otherwise', 'fresh', '')
const text = fc.constantFrom('', 'On {{ day }} for {{ party + 1 }}.', 'Hello.')
const variable = fc.record({ name, type: fc.constantFrom('text', 'date', 'number'), pii: fc.boolean() })
const intent = fc.record({ name, samples: fc.constantFrom({}, { en: ['hello'] }) })
const node = fc.oneof(
  fc.record({ id: newId, type: fc.constant('say'), position, data: fc.record({ text, interruptible: fc.boolean() }) }),
  fc.record({ id: newId, type: fc.constant('ask'), position, data: fc.record({ variable: name, question: text }) }),
  fc.record({ id: newId, type: fc.constant('intent'), position, data: fc.record({ intents: fc.array(name, { maxLength: 2 }) }) }),
)
const edge = fc.record({
  id: fc.constantFrom('e1', 'e2', 'n0-next', 'n1-book'),
  source: fc.oneof(id, newId),
  sourceHandle: outcome,
  target: fc.oneof(id, newId),
})
const data = fc.oneof(
  fc.record({ text }),
  fc.record({ maxTries: fc.constantFrom(1, 2, 99) }),
  fc.record({ conditions: fc.array(fc.record({ name: outcome, when: fc.constantFrom('party > 1', 'known.day') }), { maxLength: 2 }) }),
  fc.record({ intents: fc.array(name, { maxLength: 3 }) }),
  fc.record({ unknown: fc.constant(true) }),
)

const single = {
  addNode: fc.record({ node }),
  moveNode: fc.record({ id, position }),
  updateNode: fc.record({ id, data }),
  removeNode: fc.record({ id }),
  pasteNodes: fc.record({
    nodes: fc.array(node, { minLength: 1, maxLength: 2 }),
    edges: fc.array(edge, { maxLength: 2 }),
    variables: fc.array(variable, { maxLength: 2 }),
    intents: fc.array(intent, { maxLength: 2 }),
  }),
  renameOutcome: fc.record({ id, from: outcome, to: fc.constantFrom('a', 'fresh', 'otherwise') }),
  connect: fc.record({ edge }),
  disconnect: fc.record({ id: fc.constantFrom('n0-next', 'n0-a', 'n1-book', 'gone') }),
  setStart: fc.record({ id: fc.oneof(id, fc.constant('')) }),
  addVariable: fc.record({ variable }),
  updateVariable: fc.record({ name, variable }),
  removeVariable: fc.record({ name }),
  setVariables: fc.record({ variables: fc.array(variable, { maxLength: 3 }) }),
  addIntent: fc.record({ intent }),
  updateIntent: fc.record({ name, intent }),
  removeIntent: fc.record({ name }),
  setIntents: fc.record({ intents: fc.array(intent, { maxLength: 3 }) }),
  setSettings: fc.record({ settings: fc.constantFrom({}, { maxCallMs: 5, failureLine: '{{ who }}, sorry.' }) }),
  setLanguages: fc.record({ languages: fc.constantFrom(['en'], ['fr'], ['fr', 'en']) }),
  setNotes: fc.record({
    notes: fc.constantFrom([], [{ id: 'n', position: { x: 0, y: 0 }, text: 'Look.', size: { width: 200, height: 90 }, frame: true }]),
  }),
  setInterface: fc.record({ interface: fc.constantFrom({}, { inputs: ['day'], results: ['fresh'] }) }),
  setSubflows: fc.record({ subflows: fc.constantFrom({}, { other: { schemaVersion: 1, name: 'Other' } }) }),
  rename: fc.record({ name: fc.constantFrom('', 'Other') }),
  replaceFlow: fc.record({ flow: anyCall.flow }),
} satisfies Record<SingleOperation['type'], fc.Arbitrary<object>>

const anySingle = fc.oneof(...Object.entries(single).map(([type, parts]) => parts.map((rest) => ({ type, ...rest }))))

/** Any operation, fitting or not. */
export const anyOperation: fc.Arbitrary<Operation> = fc
  .oneof(
    { weight: 4, arbitrary: anySingle },
    { weight: 1, arbitrary: fc.array(anySingle, { maxLength: 5 }).map((operations) => ({ type: 'batch', operations })) },
  )
  .map((each) => operation.parse(each))

/** Any flow: with loose edges, unknown names, and now and then two parts of one id. */
export const anyFlow: fc.Arbitrary<Flow> = fc.tuple(anyCall.flow, fc.nat(9), fc.boolean()).map(([flow, twice, ghost]) => {
  const [first] = flow.nodes
  const [edge] = flow.edges
  return flowSchema.parse({
    ...flow,
    start: ghost ? 'ghost' : flow.start,
    nodes: twice === 0 && first ? [...flow.nodes, first] : flow.nodes,
    edges: twice === 1 && edge ? [...flow.edges, { ...edge, target: 'n1' }] : flow.edges,
  })
})

import { type Flow, flow } from '@parley/flow-runtime'

const things = [
  'order',
  'invoice',
  'parcel',
  'contract',
  'password',
  'address',
  'refund',
  'card',
  'meter',
  'appointment',
  'delivery',
  'subscription',
  'account',
  'router',
  'ticket',
  'booking',
  'payment',
  'warranty',
  'discount',
  'receipt',
  'statement',
  'device',
  'key',
  'parking',
  'locker',
]
const wishes = [
  ['cancel', 'stop', 'end'],
  ['change', 'move', 'update'],
] as const
const forms = [
  'I want to {verb} my {thing}',
  'please {verb} the {thing}',
  'can you {verb} my {thing} for me',
  'how do I {verb} a {thing}',
  'I would like to {verb} the {thing} from last week',
  '{verb} {thing}',
  'could somebody {verb} my {thing} today',
  'it is about my {thing}, I need to {verb} it',
  'my {thing} is wrong, {verb} it please',
  'is it possible to {verb} the {thing} online',
]

/** A flow with one question that tells so many intents apart, each with so many samples. */
export function manyIntents(count: number, samples: number): Flow {
  const intents = Array.from({ length: count }, (_, at) => ({ name: `wish${at}`, samples: { en: samplesOf(at).slice(0, samples) } }))
  const position = { x: 0, y: 0 }
  const outcomes = [...intents.map(({ name }) => name), 'noMatch', 'silent']
  return flow.parse({
    schemaVersion: 1,
    name: `${count} intents`,
    start: 'why',
    intents,
    nodes: [
      { id: 'why', type: 'intent', position, data: { question: 'What can I do for you?', intents: intents.map(({ name }) => name) } },
      { id: 'bye', type: 'end', position, data: { text: 'Goodbye.' } },
    ],
    edges: outcomes.map((outcome) => ({ id: `why-${outcome}`, source: 'why', sourceHandle: outcome, target: 'bye' })),
  })
}

function samplesOf(at: number): string[] {
  const thing = things[at % things.length] ?? 'order'
  const verbs = wishes[Math.floor(at / things.length) % wishes.length] ?? wishes[0]
  return forms.map((form, nth) => form.replace('{verb}', verbs[nth % verbs.length] ?? verbs[0]).replace('{thing}', thing))
}

import { type Flow, flow as flowSchema } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { rowsOf } from './stack.ts'

/** What the template's service desk says at a node. */
function spoken(id: string, field: string): string {
  const node = templates.dealership.nodes.find((one) => one.id === id)
  return z.object({ [field]: z.object({ en: z.string() }) }).parse(node?.data)[field]?.en ?? ''
}

/** What the drawn service desk says: mostly the words of the template. */
export const words = {
  greeting: spoken('greet', 'text'),
  how: spoken('how', 'question'),
  howAgain: spoken('how', 'reprompt'),
  work: 'What does the car need?',
  day: 'Which day suits you?',
  booked: 'Your car is booked in for {{ day }}.',
  sorry: spoken('sorry', 'text'),
  transfer: spoken('colleague', 'text'),
  bye: spoken('bye', 'text'),
  promised: spoken('promised', 'text'),
  silence: spoken('silence', 'text'),
}

/** What the template's callers say of a wish: the five shortest sentences. */
function samplesOf(wish: string): string[] {
  const samples = templates.dealership.intents.find(({ name }) => name === wish)?.samples.en ?? []
  return [...samples].sort((one, other) => one.length - other.length).slice(0, 5)
}

export const wishes = ['bookVisit', 'question', 'complaint', 'person'].map((name) => ({ name, samples: samplesOf(name) }))

/** Every connection: from which node, by which outcomes, to which node. */
export const connections = [
  { from: 'greeting', by: ['next'], to: 'intent' },
  { from: 'intent', by: ['bookVisit'], to: 'ask' },
  { from: 'intent', by: ['question'], to: 'answer' },
  { from: 'intent', by: ['complaint'], to: 'say' },
  { from: 'intent', by: ['noMatch'], to: 'transfer' },
  { from: 'intent', by: ['silent'], to: 'end3' },
  { from: 'ask', by: ['done'], to: 'ask2' },
  { from: 'ask', by: ['noMatch'], to: 'transfer' },
  { from: 'ask', by: ['silent'], to: 'end3' },
  { from: 'ask2', by: ['done'], to: 'book' },
  { from: 'ask2', by: ['noMatch'], to: 'transfer' },
  { from: 'ask2', by: ['silent'], to: 'end3' },
  { from: 'book', by: ['booked', 'declined'], to: 'end' },
  { from: 'book', by: ['noTimes'], to: 'ask2' },
  { from: 'book', by: ['failed'], to: 'transfer' },
  { from: 'answer', by: ['answered'], to: 'end' },
  { from: 'answer', by: ['unknown'], to: 'transfer' },
  { from: 'say', by: ['next'], to: 'transfer' },
  { from: 'transfer', by: ['failed', 'declined', 'noAnswer'], to: 'end2' },
  { from: 'anywhere', by: ['next'], to: 'transfer' },
].flatMap(({ from, by, to }) => by.map((outcome) => ({ from, outcome, to })))

const nodes: readonly [id: string, type: string, x: number, y: number, data: object][] = [
  ['greeting', 'greeting', 0, 200, { text: { en: words.greeting } }],
  [
    'intent',
    'intent',
    340,
    200,
    { question: { en: words.how }, reprompt: { en: words.howAgain }, intents: ['bookVisit', 'question', 'complaint'] },
  ],
  ['ask', 'ask', 700, 0, { variable: 'work', question: { en: words.work } }],
  ['ask2', 'ask', 1040, 0, { variable: 'day', question: { en: words.day } }],
  ['book', 'book', 1380, 0, { service: '{{ work }}', date: 'day', time: 'time', confirmed: { en: words.booked } }],
  ['answer', 'answer', 700, 240, {}],
  ['say', 'say', 700, 420, { text: { en: words.sorry } }],
  ['transfer', 'transfer', 1040, 420, { destination: 'colleague', text: { en: words.transfer } }],
  ['end', 'end', 1720, 60, { text: { en: words.bye } }],
  ['end2', 'end', 1380, 420, { text: { en: words.promised } }],
  ['end3', 'end', 700, 600, { text: { en: words.silence }, outcome: 'silent' }],
  ['anywhere', 'anywhere', 340, 600, { intents: ['person'] }],
]

/** The service desk as the stories draw it: router, questions, booking, escalation. */
export const serviceDesk = flowSchema.parse({
  schemaVersion: 1,
  name: 'Service desk',
  languages: ['en'],
  variables: [
    { name: 'work', type: 'choice', choices: [{ value: 'Service' }, { value: 'Tyres' }] },
    { name: 'day', type: 'date' },
    { name: 'time', type: 'time' },
  ],
  intents: wishes.map(({ name, samples }) => ({ name, samples: { en: samples } })),
  start: 'greeting',
  nodes: nodes.map(([id, type, x, y, data]) => ({ id, type, position: { x, y }, data })),
  edges: connections.map(({ from, outcome, to }) => ({ id: `${from}-${outcome}-${to}`, source: from, sourceHandle: outcome, target: to })),
})

/** The draft as the server keeps it. */
export async function storedDraft(page: Page) {
  const [row] = await rowsOf('select document from "Flow" where id = $1', [new URL(page.url()).pathname.split('/').at(-1)])
  return flowSchema.parse(row?.document)
}

/** What a flow says and does, wherever its nodes stand and in whichever order they came. */
const meaningOf = ({ name: _, nodes, edges, ...rest }: Flow) => ({
  ...rest,
  nodes: Object.fromEntries(nodes.map(({ id, type, data }) => [id, { type, data }])),
  edges: edges.map(({ source, sourceHandle, target }) => `${source} ${sourceHandle} ${target}`).sort(),
})

/** Waits until the server keeps the service desk as it was to be drawn. */
export async function expectServiceDesk(page: Page): Promise<void> {
  await expect.poll(async () => meaningOf(await storedDraft(page))).toEqual(meaningOf(serviceDesk))
}

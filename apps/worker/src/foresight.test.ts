import { begin, type CallState, type Effect, type Flow, flow as flowSchema, step, type UnderstandRequest } from '@parley/flow-runtime'
import type { UnderstandingEngine } from '@parley/understanding'
import { expect, test } from 'vitest'
import { clinicFlow } from '../test/clinic-flow.ts'
import { facts, keywordEngine } from '../test/fake-world.ts'
import { createForesight } from './foresight.ts'

const at = Date.UTC(2026, 10, 20, 9)

/** The clinic's flow at its first question, and a foresight that tells what it asks and prepares. */
function atTheQuestion(engine: Partial<UnderstandingEngine> = {}, flow: Flow = clinicFlow()) {
  const prepared: string[][] = []
  const asked: string[] = []
  const understand: UnderstandingEngine = {
    ...keywordEngine,
    ...engine,
    understand: (request, signal) => {
      asked.push(request.text)
      return (engine.understand ?? keywordEngine.understand)(request, signal)
    },
  }
  const port = { prepare: (speeches: readonly { text: string }[]) => void prepared.push(speeches.map(({ text }) => text)) }
  const foresight = createForesight({ flow, understand, port, now: () => at })
  let stepped = begin(flow, { type: 'callStarted', at, facts })
  for (let says = sayIn(stepped.effects); says; says = sayIn(stepped.effects)) {
    if (stepped.effects.some(({ type }) => type === 'listen')) break
    stepped = step(flow, stepped.state, { type: 'speechFinished', at, effectId: says.id, completed: true, heard: says.text })
  }
  return { foresight, prepared, asked, state: stepped.state, listenId: listenIn(stepped.state) }
}

const sayIn = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.type === 'say' ? [effect] : [])).at(-1)
const listenIn = ({ awaiting }: CallState) => awaiting.find(({ type }) => type === 'listen')?.id ?? ''
const maySay = (listenId: string, text: string) => ({ type: 'contactMaySay', listenId, text, confidence: 0.9, language: 'en' }) as const

/** The request the flow really makes once the words are certain. */
function requestFor(state: CallState, effectId: string, text: string, flow = clinicFlow()): UnderstandRequest {
  const { effects } = step(flow, state, { type: 'contactSaid', at: at + 400, effectId, text, confidence: 0.9, language: 'en' })
  const effect = effects.find(({ type }) => type === 'understand')
  if (effect?.type !== 'understand') throw new Error('Nothing is asked.')
  return effect.request
}

test('what may have been said is understood and answered before it is certain, and asked only once', async () => {
  const { foresight, prepared, asked, state, listenId } = atTheQuestion()
  foresight.mayBe(state, maySay(listenId, 'a cleaning on tuesday'))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(prepared.at(-1)?.[0]).toBe('What is your name?')
  const result = await foresight.engine.understand(requestFor(state, listenId, 'A cleaning on Tuesday.'), undefined)
  expect(result.intent).toBe('book')
  expect(asked).toEqual(['a cleaning on tuesday'])
})

test('other words throw away what was foreseen, and the question that is not needed is given up', async () => {
  const given: (AbortSignal | undefined)[] = []
  const { foresight, asked, state, listenId } = atTheQuestion({
    understand: (request, signal) => {
      given.push(signal)
      return keywordEngine.understand(request, signal)
    },
  })
  foresight.mayBe(state, maySay(listenId, 'a cleaning'))
  foresight.mayBe(state, maySay(listenId, 'a cleaning no a person'))
  expect(given.map((signal) => signal?.aborted)).toEqual([true, false])
  await foresight.engine.understand(requestFor(state, listenId, 'something else'), undefined)
  expect(asked).toHaveLength(3)
})

test('a failure while looking ahead is not the failure of the turn', async () => {
  let fails = true
  const { foresight, state, listenId } = atTheQuestion({
    understand: (request, signal) => (fails ? Promise.reject(new Error('late')) : keywordEngine.understand(request, signal)),
  })
  foresight.mayBe(state, maySay(listenId, 'a cleaning'))
  const asking = foresight.engine.understand(requestFor(state, listenId, 'a cleaning'), undefined)
  fails = false
  expect((await asking).intent).toBe('book')
})

test('what follows and holds values of this call is prepared when the listening begins; fixed texts are made elsewhere', () => {
  const { nodes, ...rest } = clinicFlow()
  const flow = flowSchema.parse({
    ...rest,
    nodes: nodes.map((node) =>
      node.id === 'who' ? { ...node, data: { ...node.data, question: 'Your name, on this {{ call.channel }}?' } } : node,
    ),
  })
  const { foresight, prepared, state } = atTheQuestion({}, flow)
  foresight.listens(state)
  expect(prepared.at(-1)).toEqual(['Your name, on this browser?'])
})

test('a listening that is over is not foreseen', () => {
  const { foresight, asked, state, listenId } = atTheQuestion()
  foresight.mayBe(state, maySay(`${listenId}-old`, 'a cleaning'))
  expect(asked).toEqual([])
})

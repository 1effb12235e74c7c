import type { ProviderNews } from '@parley/db'
import type { GenerateRequest } from '@parley/flow-runtime'
import { openAiStandIn } from '@parley/testing'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createCircuits } from './speech/circuits.ts'
import { createModels } from './understanding-for.ts'

vi.setConfig({ testTimeout: 60_000 })

const written = JSON.stringify({ values: [], text: 'Good morning.', exit: null, tool: null })
const words: GenerateRequest = {
  goal: 'Find out what is wrong',
  instructions: '',
  language: 'en',
  messages: [{ speaker: 'contact', text: 'Hello' }],
  exits: [],
  tools: [],
  results: [],
  summary: '',
  left: 0,
  contextTokens: 3000,
  known: '{}',
  speaking: { interruptible: true, instead: 'I do not know.', longest: 600 },
  prices: [],
  now: Date.UTC(2026, 10, 20, 9, 0),
  timeZone: 'Europe/Paris',
}
const unclear = {
  text: 'well it is about the thing from before',
  language: 'en',
  intents: [{ name: 'book', samples: ['book an appointment'] }],
  slots: [],
  timeZone: 'Europe/Paris',
  now: 0,
} as const

/** A model of a tenant that fails in this way, with another behind it. */
async function failing(fault: Parameters<Awaited<ReturnType<typeof openAiStandIn>>['setFault']>[0]) {
  let asked = 0
  const first = await openAiStandIn(() => {
    asked += 1
    return written
  })
  const second = await openAiStandIn(() => written)
  onTestFinished(() => Promise.all([first.close(), second.close()]).then(() => undefined))
  first.setFault(fault)
  const clock = { now: 0 }
  const news: (ProviderNews & { tenantId: string })[] = []
  const circuits = createCircuits({ now: () => clock.now, onNews: (tenantId, one) => news.push({ tenantId, ...one }) })
  const modelsOf = createModels(circuits, { firstWordsMs: 10_000 })
  const chosen = [first, second].map(({ baseUrl }, place) => ({ id: `model-${place}`, apiKey: 'key', baseUrl, model: 'm' }))
  return { first, clock, news, circuits, asked: () => asked, models: modelsOf(chosen, 'tenant') }
}

test.each([
  ['unauthorized', 'MODEL_UNAUTHORIZED'],
  ['error500', 'MODEL_UNAVAILABLE'],
  ['hang', 'MODEL_TIMEOUT'],
] as const)('a model with %j rests for its tenant with %s, and its return is told', async (fault, code) => {
  const { first, clock, news, circuits, asked, models } = await failing(fault)
  expect(await models.generator.generate(words)).toMatchObject({ text: 'Good morning.', notes: [`MODEL_RETRIED ${code}`] })
  expect(news).toEqual([{ tenantId: 'tenant', provider: 'model model-0', open: true, opened: true, code }])
  expect(circuits.of('another', 'model model-0').rests()).toBe(false)

  first.setFault(null)
  expect((await models.generator.generate(words)).notes).toBeUndefined()
  expect(asked()).toBe(0)

  clock.now = 31_000
  expect(await models.generator.generate(words)).toMatchObject({ text: 'Good morning.' })
  expect(asked()).toBe(1)
  expect(news.at(-1)).toEqual({ tenantId: 'tenant', provider: 'model model-0', open: false, opened: false })
})

test('what fails as it understands is not asked for words, and a question it cannot answer says nothing about it', async () => {
  const { news, models } = await failing('error500')
  const understanding = await models.understandingFor(0.99).understand(unclear)
  expect(understanding.reason).toContain('no answer from the model')
  expect(news).toHaveLength(1)
  expect((await models.generator.generate(words)).notes).toBeUndefined()
  const garbled = await failing('garbage')
  expect(await garbled.models.generator.generate(words)).toMatchObject({ notes: ['MODEL_RETRIED MODEL_BAD_ANSWER'] })
  expect(garbled.news).toEqual([])
})

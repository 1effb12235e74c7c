import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UnderstandingEngine } from '../engine.ts'
import { appointmentIntents } from '../local/intents/appointment-intents.fixture.ts'
import { frenchIntents } from '../local/intents/french-appointment-intents.fixture.ts'
import { createLocalEngine } from '../local/local-engine.ts'
import { type FakeProvider, hangs, says, startFakeProvider, status } from '../model/fake-provider.ts'
import { createModelEngine } from '../model/model-engine.ts'
import { createUnderstanding } from './create-understanding.ts'

const deadlineMs = 500
/** What a busy machine may add. */
const slackMs = 400
const local = createLocalEngine()
const sure = 'i would like to book an appointment'
const unsure = 'could you squeeze me in sometime'
const request = (text: string, more: Partial<UnderstandRequest> = {}): UnderstandRequest => ({
  text,
  language: 'en',
  intents: appointmentIntents,
  slots: [],
  timeZone: 'Europe/Paris',
  now: Date.UTC(2026, 10, 20, 9, 0),
  ...more,
})

const answering = (answer: Partial<Understanding>): UnderstandingEngine & { asked: number } => ({
  name: 'model',
  asked: 0,
  async understand() {
    this.asked++
    return { intent: null, confidence: 0, candidates: [], slots: [], reason: 'test', engine: 'model', tookMs: 1, ...answer }
  },
})

describe('who decides', () => {
  it('local alone when it is sure', async () => {
    const model = answering({ intent: 'cancel', confidence: 1 })
    const answer = await createUnderstanding({ local, model, deadlineMs, threshold: 0.5 }).understand(request(sure))
    expect([answer.intent, answer.engine, model.asked]).toEqual(['book', 'local', 0])
    expect(answer.reason).toContain('local is sure')
  })

  it('the model when local is not', async () => {
    const model = answering({ intent: 'book', confidence: 0.9 })
    const answer = await createUnderstanding({ local, model, deadlineMs, threshold: 0.5 }).understand(request(unsure))
    expect([answer.intent, answer.engine, model.asked]).toEqual(['book', 'model', 1])
    expect(answer.reason).toContain('the model decides')
  })

  it('local without a model', async () => {
    const answer = await createUnderstanding({ local, deadlineMs, threshold: 0.5 }).understand(request(unsure))
    expect(answer.engine).toBe('local')
    expect(answer.reason).toContain('not sure')
  })

  it('no model for a question that was answered, though no intent was named', async () => {
    const model = answering({})
    const slots = [{ name: 'day', type: 'date' as const }]
    const answer = await createUnderstanding({ local, model, deadlineMs, threshold: 0.5 }).understand(request('tuesday', { slots }))
    expect([answer.slots[0]?.value, model.asked]).toEqual(['2026-11-24', 0])
  })

  it('local for values it is sure of, the model for the rest', async () => {
    const model = answering({
      intent: 'book',
      confidence: 0.9,
      slots: [
        { name: 'day', value: '1999-01-01', raw: '', confidence: 1 },
        { name: 'patient', value: 'Anna', raw: '', confidence: 1 },
      ],
    })
    const slots = [
      { name: 'day', type: 'date' as const },
      { name: 'patient', type: 'personName' as const },
    ]
    const dark: UnderstandingEngine = {
      name: 'local',
      understand: async (one) => ({ ...(await local.understand(one)), intent: 'cancel', confidence: 0.4 }),
    }
    const answer = await createUnderstanding({ local: dark, model, deadlineMs, threshold: 0.5 }).understand(
      request('squeeze me in on tuesday', { slots }),
    )
    expect(answer.slots.map(({ value }) => value)).toEqual(['2026-11-24', 'Anna'])
    expect(answer.intent).toBe('book')
  })
})

describe('intents and slots together, in French', () => {
  const slots = [
    { name: 'day', type: 'date' as const },
    { name: 'hour', type: 'time' as const },
    { name: 'patient', type: 'personName' as const },
  ]
  const french = (text: string) => request(text, { language: 'fr', intents: frenchIntents, slots })

  it('local alone when it is sure of the intent, with the values it heard', async () => {
    const model = answering({ intent: 'cancel', confidence: 1 })
    const answer = await createUnderstanding({ local, model, deadlineMs, threshold: 0.5 }).understand(
      french('je voudrais prendre rendez-vous mardi à quinze heures trente'),
    )
    expect([answer.intent, answer.language, model.asked]).toEqual(['book', 'fr', 0])
    expect(answer.slots.map(({ name, value }) => [name, value])).toEqual([
      ['day', '2026-11-24'],
      ['hour', '15:30'],
    ])
  })

  it('local alone when the question was answered and no intent is in sight', async () => {
    const model = answering({})
    const answer = await createUnderstanding({ local, model, deadlineMs, threshold: 0.5 }).understand(french('plutôt jeudi'))
    expect([answer.slots[0]?.value, model.asked]).toEqual(['2026-11-26', 0])
  })

  it('the model when neither the intent nor a value is sure, values of both and the language kept', async () => {
    const model = answering({
      intent: 'book',
      confidence: 0.9,
      slots: [{ name: 'patient', value: 'Anna', raw: '', confidence: 1 }],
    })
    const dark: UnderstandingEngine = {
      name: 'local',
      understand: async (one) => ({ ...(await local.understand(one)), intent: 'cancel', confidence: 0.4 }),
    }
    const answer = await createUnderstanding({ local: dark, model, deadlineMs, threshold: 0.5 }).understand(
      french('vous pourriez me caser quelque part mardi'),
    )
    expect(answer).toMatchObject({ intent: 'book', engine: 'model', language: 'fr' })
    expect(answer.slots.map(({ value }) => value)).toEqual(['2026-11-24', 'Anna'])
  })

  it('the best of local at the deadline', async () => {
    const deaf: UnderstandingEngine = { name: 'model', understand: () => new Promise(() => undefined) }
    const policy = createUnderstanding({ local, model: deaf, deadlineMs, threshold: 0.99 })
    const late = await policy.understand(french('je veux annuler mon rendez-vous de mardi'))
    expect(late).toMatchObject({ intent: 'cancel', engine: 'local' })
    expect(late.slots[0]?.value).toBe('2026-11-24')
    expect(late.tookMs).toBeLessThan(deadlineMs + slackMs)
    expect((await policy.understand(french('je veux annuler mon rendez-vous de mardi'))).tookMs).toBeLessThan(slackMs)
  })
})

describe('a model that fails', () => {
  let provider: FakeProvider
  beforeAll(async () => {
    provider = await startFakeProvider()
    provider.behave(says({ intent: null, confidence: 0, slots: [] }))
    await modelEngine().understand(request(unsure))
  })
  afterAll(() => provider.close())
  const modelEngine = () => createModelEngine({ apiKey: 'k', baseUrl: provider.baseUrl, model: 'm', deadlineMs: 5_000 })

  it('costs the deadline once, then nothing until it is tried again, then recovers', async () => {
    let now = 0
    const policy = createUnderstanding({ local, model: modelEngine(), deadlineMs, threshold: 0.5, now: () => now })
    const asked = async () => {
      const before = provider.requests.length
      const answer = await policy.understand(request(unsure))
      return { requests: provider.requests.length - before, answer }
    }
    provider.behave(hangs)
    const first = await asked()
    expect(first.requests).toBe(1)
    expect(first.answer.engine).toBe('local')
    expect(first.answer.reason).toContain('MODEL_TIMEOUT')
    expect(first.answer.tookMs).toBeGreaterThan(deadlineMs - 20)
    expect(first.answer.tookMs).toBeLessThan(deadlineMs + slackMs)

    now = 29_000
    const paused = await asked()
    expect(paused.requests).toBe(0)
    expect(paused.answer.tookMs).toBeLessThan(slackMs)
    expect(paused.answer.reason).toContain('paused')

    now = 31_000
    provider.behave(status(500))
    expect((await asked()).answer.reason).toContain('MODEL_UNAVAILABLE')
    now = 31_000 + 59_000
    expect((await asked()).requests).toBe(0)
    now = 31_000 + 61_000
    provider.behave(says({ intent: 'book', confidence: 0.9, slots: [] }))
    expect((await asked()).answer).toMatchObject({ intent: 'book', engine: 'model' })
    expect((await asked()).requests).toBe(1)
  })

  it('is tried by one request at a time while it recovers', async () => {
    let now = 0
    const policy = createUnderstanding({ local, model: modelEngine(), deadlineMs, threshold: 0.5, now: () => now })
    provider.behave(status(429))
    await policy.understand(request(unsure))
    now = 31_000
    provider.behave(hangs)
    const before = provider.requests.length
    await Promise.all([1, 2, 3].map(() => policy.understand(request(unsure))))
    expect(provider.requests.length - before).toBe(1)
  })

  it('is paused for every flow that uses it', async () => {
    const model = modelEngine()
    provider.behave(status(401))
    await createUnderstanding({ local, model, deadlineMs, threshold: 0.5 }).understand(request(unsure))
    const before = provider.requests.length
    await createUnderstanding({ local, model, deadlineMs, threshold: 0.6 }).understand(request(unsure))
    expect(provider.requests.length).toBe(before)
  })

  it('is asked the next question after one that it refused or could not answer', async () => {
    const policy = createUnderstanding({ local, model: modelEngine(), deadlineMs, threshold: 0.5 })
    provider.behave(says(''))
    expect((await policy.understand(request(unsure))).reason).toContain('MODEL_BAD_ANSWER')
    provider.behave(says({ intent: 'book', confidence: 0.9, slots: [] }))
    expect(await policy.understand(request(unsure))).toMatchObject({ intent: 'book', engine: 'model' })
  })

  it('may throw or ignore its signal', async () => {
    const throws: UnderstandingEngine = { name: 'model', understand: () => Promise.reject(new Error('broken')) }
    const deaf: UnderstandingEngine = { name: 'model', understand: () => new Promise(() => undefined) }
    for (const model of [throws, deaf]) {
      const answer = await createUnderstanding({ local, model, deadlineMs, threshold: 0.5 }).understand(request(unsure))
      expect(answer.engine).toBe('local')
      expect(answer.tookMs).toBeLessThan(deadlineMs + slackMs)
    }
  })

  it('is not blamed when the caller hangs up', async () => {
    const model = modelEngine()
    const policy = createUnderstanding({ local, model, deadlineMs, threshold: 0.5 })
    provider.behave(hangs)
    await policy.understand(request(unsure), AbortSignal.timeout(20))
    provider.behave(says({ intent: 'book', confidence: 0.9, slots: [] }))
    expect((await policy.understand(request(unsure))).engine).toBe('model')
  })
})

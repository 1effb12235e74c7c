import type { UnderstandRequest } from '@parley/flow-runtime'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { breaksOff, type FakeProvider, hangs, says, stalls, startFakeProvider, status } from './fake-provider.ts'
import { createModelEngine, type ModelEngine } from './model-engine.ts'

const deadlineMs = 800
const request: UnderstandRequest = {
  text: 'could you squeeze me in on tuesday',
  language: 'en',
  question: 'How can I help?',
  intents: [
    { name: 'book', samples: ['book an appointment'] },
    { name: 'cancel', samples: ['cancel it'] },
  ],
  slots: [
    { name: 'day', type: 'date' },
    { name: 'service', type: 'choice', choices: [{ value: 'cleaning', synonyms: [] }] },
    { name: 'sure', type: 'boolean' },
    { name: 'count', type: 'number' },
  ],
  timeZone: 'Europe/Paris',
  now: Date.UTC(2026, 10, 20, 9, 0),
}
const slot = (name: string, value: string) => ({ name, value, raw: value, confidence: 0.9 })

let provider: FakeProvider
let engine: ModelEngine
beforeAll(async () => {
  provider = await startFakeProvider()
  engine = createModelEngine({ apiKey: 'test-key', baseUrl: provider.baseUrl, model: 'test-model', deadlineMs })
})
afterAll(() => provider.close())
beforeEach(() => provider.requests.splice(0))

describe('a good answer', () => {
  it('is understood', async () => {
    provider.behave(
      says({
        intent: 'book',
        confidence: 0.9,
        slots: [slot('day', '2026-11-24'), slot('service', 'cleaning'), slot('sure', 'true'), slot('count', '2')],
      }),
    )
    const answer = await engine.understand(request)
    expect(answer).toMatchObject({ intent: 'book', confidence: 0.9, engine: 'model', candidates: [{ intent: 'book', confidence: 0.9 }] })
    expect(answer.failure).toBeUndefined()
    expect(answer.slots.map(({ name, value }) => [name, value])).toEqual([
      ['day', '2026-11-24'],
      ['service', 'cleaning'],
      ['sure', true],
      ['count', 2],
    ])
  })

  it('was asked for with a strict schema of this request, once, with the key', async () => {
    provider.behave(says({ intent: null, confidence: 0, slots: [] }))
    await engine.understand(request)
    expect(provider.requests).toHaveLength(1)
    const [{ path, headers, body } = { path: '', headers: {}, body: undefined }] = provider.requests
    expect([path, headers.authorization]).toEqual(['/v1/chat/completions', 'Bearer test-key'])
    expect(body).toMatchObject({
      model: 'test-model',
      response_format: {
        type: 'json_schema',
        json_schema: {
          strict: true,
          schema: {
            additionalProperties: false,
            required: ['intent', 'confidence', 'slots'],
            properties: { intent: { anyOf: [{ enum: ['book', 'cancel'] }, { type: 'null' }] } },
          },
        },
      },
    })
    expect(JSON.stringify(body)).toContain('squeeze me in')
  })
})

describe('an answer that goes too far', () => {
  it('is believed only where the request allows it', async () => {
    const slots = [
      slot('day', 'next tuesday'),
      slot('service', 'surgery'),
      slot('sure', 'maybe'),
      slot('count', 'two'),
      slot('admin', 'true'),
    ]
    provider.behave(says({ intent: 'transferMoney', confidence: 1, slots }))
    expect(await engine.understand(request)).toMatchObject({ intent: null, confidence: 0, candidates: [], slots: [] })
  })
})

describe('a failure is a value', () => {
  it.each([
    ['401', status(401), 'MODEL_UNAUTHORIZED', false],
    ['403', status(403), 'MODEL_UNAUTHORIZED', false],
    ['429', status(429), 'MODEL_RATE_LIMITED', true],
    ['500', status(500), 'MODEL_UNAVAILABLE', true],
    ['a broken body', breaksOff, 'MODEL_UNAVAILABLE', true],
    ['words instead of JSON', says('I think they want to book.'), 'MODEL_BAD_ANSWER', true],
    ['half an answer', says('{"intent":"book","confi'), 'MODEL_BAD_ANSWER', true],
    ['another shape', says({ intent: 'book' }), 'MODEL_BAD_ANSWER', true],
    ['confidence above one', says({ intent: 'book', confidence: 7, slots: [] }), 'MODEL_BAD_ANSWER', true],
    ['an empty message', says(''), 'MODEL_BAD_ANSWER', true],
    ['no answer at all', hangs, 'MODEL_TIMEOUT', true],
    ['half a body, then silence', stalls, 'MODEL_TIMEOUT', true],
  ] as const)('%s', async (_, behaviour, code, retryable) => {
    provider.behave(behaviour)
    const answer = await engine.understand(request)
    expect(answer.failure).toMatchObject({ code, retryable })
    expect(answer).toMatchObject({ intent: null, confidence: 0, slots: [], engine: 'model' })
    expect(answer.reason).not.toContain('squeeze')
    expect(answer.tookMs).toBeLessThan(deadlineMs + 400)
    expect(provider.requests).toHaveLength(1)
  })

  it('nobody listening', async () => {
    const gone = await startFakeProvider()
    await gone.close()
    const orphan = createModelEngine({ apiKey: 'k', baseUrl: gone.baseUrl, model: 'm', deadlineMs })
    expect((await orphan.understand(request)).failure?.code).toBe('MODEL_UNAVAILABLE')
  })

  it('ends when its caller gives up', async () => {
    provider.behave(hangs)
    const startedAt = performance.now()
    await engine.understand(request, AbortSignal.timeout(50))
    expect(performance.now() - startedAt).toBeLessThan(deadlineMs - 100)
  })
})

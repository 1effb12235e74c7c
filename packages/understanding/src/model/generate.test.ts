import type { GenerateRequest } from '@parley/flow-runtime'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { breaksOff, type FakeProvider, hangs, says, stalls, startFakeProvider, status } from './fake-provider.ts'
import { createGenerator, type Generator } from './generate.ts'

const deadlineMs = 800
const request: GenerateRequest = {
  goal: 'Find out which insurance covers the visit',
  instructions: 'Be brief.',
  language: 'fr',
  messages: [
    { speaker: 'agent', text: 'Quelle est votre mutuelle ?' },
    { speaker: 'contact', text: 'Attendez, je regarde.' },
    { speaker: 'tool', text: '{"known":["Alan"]}' },
  ],
  exits: [{ name: 'found', description: 'the insurer is known' }],
  tools: [{ name: 'insurers', description: 'lists insurers' }],
  results: [
    { name: 'insurer', type: 'text' },
    { name: 'since', type: 'date' },
    { name: 'mobile', type: 'phone' },
  ],
  now: Date.UTC(2026, 10, 20, 9, 0),
  timeZone: 'Europe/Paris',
}
const answer = { text: ' Merci. ', exit: null, tool: null, values: [] }

let provider: FakeProvider
let generator: Generator
beforeAll(async () => {
  provider = await startFakeProvider()
  generator = createGenerator({ apiKey: 'test-key', baseUrl: provider.baseUrl, model: 'test-model', deadlineMs })
})
afterAll(() => provider.close())
beforeEach(() => provider.requests.splice(0))

describe('a good answer', () => {
  it('is words, an exit and typed values', async () => {
    const values = [
      { name: 'insurer', value: 'Alan' },
      { name: 'since', value: '2024-01-01' },
      { name: 'mobile', value: '06 12 34 56 78' },
    ]
    provider.behave(says({ ...answer, exit: 'found', values }))
    const generated = await generator.generate(request)
    expect(generated).toMatchObject({
      text: 'Merci.',
      exit: 'found',
      tool: null,
      values: { insurer: 'Alan', since: '2024-01-01', mobile: '+33612345678' },
      engine: 'model',
    })
    expect(generated.failure).toBeUndefined()
  })

  it('may use a tool, whose result is wanted before the node is left', async () => {
    provider.behave(says({ ...answer, exit: 'found', tool: { name: 'insurers', input: '{"letter":"A"}' } }))
    expect(await generator.generate(request)).toMatchObject({ exit: null, tool: { name: 'insurers', input: { letter: 'A' } } })
  })

  it('was asked for once, with a strict schema and the words of both sides', async () => {
    provider.behave(says(answer))
    await generator.generate(request)
    expect(provider.requests).toHaveLength(1)
    expect(provider.requests[0]?.body).toMatchObject({
      model: 'test-model',
      messages: [
        { role: 'system' },
        { role: 'assistant', content: 'Quelle est votre mutuelle ?' },
        { role: 'user', content: 'Attendez, je regarde.' },
        { role: 'user', content: '[tool result] {"known":["Alan"]}' },
      ],
      response_format: {
        json_schema: { strict: true, schema: { properties: { exit: { anyOf: [{ enum: ['found'] }, { type: 'null' }] } } } },
      },
    })
  })
})

describe('an answer that goes too far', () => {
  it('is believed only where the request allows it', async () => {
    const values = [
      { name: 'since', value: 'last year' },
      { name: 'isAdmin', value: 'true' },
    ]
    provider.behave(says({ text: 'Bien.', exit: 'refund', tool: { name: 'deleteEverything', input: '{}' }, values }))
    expect(await generator.generate(request)).toMatchObject({ text: 'Bien.', exit: null, tool: null, values: {} })
  })

  it('uses no tool with input that is not JSON', async () => {
    provider.behave(says({ ...answer, tool: { name: 'insurers', input: 'the letter A' } }))
    expect((await generator.generate(request)).tool).toBeNull()
  })

  it('fails when nothing is left to say or do', async () => {
    provider.behave(says({ ...answer, text: '  ', exit: 'refund' }))
    expect(await generator.generate(request)).toMatchObject({ text: '', exit: null, failure: 'MODEL_BAD_ANSWER' })
  })
})

describe('a failure is a value', () => {
  it.each([
    ['401', status(401), 'MODEL_UNAUTHORIZED'],
    ['429', status(429), 'MODEL_RATE_LIMITED'],
    ['500', status(500), 'MODEL_UNAVAILABLE'],
    ['a broken body', breaksOff, 'MODEL_UNAVAILABLE'],
    ['words instead of JSON', says('Merci.'), 'MODEL_BAD_ANSWER'],
    ['another shape', says({ text: 'Merci.' }), 'MODEL_BAD_ANSWER'],
    ['no answer at all', hangs, 'MODEL_TIMEOUT'],
    ['half a body, then silence', stalls, 'MODEL_TIMEOUT'],
  ] as const)('%s', async (_, behaviour, failure) => {
    provider.behave(behaviour)
    const generated = await generator.generate(request)
    expect(generated).toMatchObject({ text: '', exit: null, tool: null, values: {}, failure })
    expect(generated.tookMs).toBeLessThan(deadlineMs + 400)
    expect(provider.requests).toHaveLength(1)
  })

  it('ends when its caller gives up', async () => {
    provider.behave(hangs)
    const generated = await generator.generate(request, AbortSignal.timeout(50))
    expect(generated.failure).toBe('MODEL_TIMEOUT')
    expect(generated.tookMs).toBeLessThan(deadlineMs - 100)
  })
})

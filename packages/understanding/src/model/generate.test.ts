import type { GenerateRequest } from '@parley/flow-runtime'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { breaksOff, type FakeProvider, hangs, says, stalls, startFakeProvider, status, streams } from './fake-provider.ts'
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
  tools: [{ name: 'insurers', description: 'lists insurers', arguments: 'letter' }],
  results: [
    { name: 'insurer', type: 'text' },
    { name: 'since', type: 'date' },
    { name: 'mobile', type: 'phone' },
  ],
  summary: '',
  left: 0,
  contextTokens: 3000,
  known: '{"age":42}',
  speaking: { interruptible: true, instead: 'Je ne sais pas.', longest: 600 },
  prices: [{ model: 'test-model', input: 2, output: 10 }],
  now: Date.UTC(2026, 10, 20, 9, 0),
  timeZone: 'Europe/Paris',
}
const providerOf = ({ baseUrl }: FakeProvider) => ({ apiKey: 'test-key', baseUrl, model: 'test-model' })
const answer = { values: [], text: ' Merci. ', exit: null, tool: null }

let provider: FakeProvider
let generator: Generator
beforeAll(async () => {
  provider = await startFakeProvider()
  generator = createGenerator({ providers: [providerOf(provider)], deadlineMs })
  // The first request of a process takes its time whatever it asks.
  provider.behave(says(answer))
  await createGenerator({ providers: [providerOf(provider)], deadlineMs: 20_000 }).generate(request)
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

  it('tells what is wrong with the arguments of a tool', async () => {
    provider.behave(says({ ...answer, tool: { name: 'insurers', input: '{"letter":7}' } }))
    expect((await generator.generate(request)).tool).toMatchObject({ name: 'insurers', wrong: expect.stringContaining('letter') })
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

/** Generates, and keeps the clauses with the instants at which they came. */
async function speak(using = generator, changes: Partial<GenerateRequest> = {}, signal?: AbortSignal) {
  const clauses: string[] = []
  const startedAt = performance.now()
  let firstMs = Number.POSITIVE_INFINITY
  const onClause = (clause: string) => {
    if (clauses.length === 0) firstMs = performance.now() - startedAt
    clauses.push(clause)
  }
  const generated = await using.generate({ ...request, ...changes }, { onClause, ...(signal ? { signal } : {}) })
  return { generated, clauses, firstMs }
}
const start = '{"values":[],"text":"'
const rest = '","exit":null,"tool":null}'

describe('speaking while the model writes', () => {
  it('gives out each clause as soon as it is written', async () => {
    provider.behave(streams([start, 'Bonjour. J', { waitMs: 300 }, 'e regarde cela pour vous.', rest]))
    const { generated, clauses, firstMs } = await speak()
    expect(clauses).toEqual(['Bonjour.', 'Je regarde cela pour vous.'])
    expect(firstMs).toBeLessThan(generated.tookMs - 200)
    expect(generated).toMatchObject({ text: 'Bonjour. Je regarde cela pour vous.', begun: true })
  })

  it('does not wait for exit and tool once the words are complete', async () => {
    provider.behave(streams([start, 'Un moment', '","exit":"found"', { waitMs: 300 }, ',"tool":null}']))
    const { generated, clauses, firstMs } = await speak()
    expect(clauses).toEqual(['Un moment'])
    expect(firstMs).toBeLessThan(generated.tookMs - 200)
    expect(generated.exit).toBe('found')
  })

  it('counts tokens and their cost, and estimates what the provider does not count', async () => {
    provider.behave(says(answer))
    expect((await speak()).generated.usage).toEqual([{ model: 'test-model', inputTokens: 100, outputTokens: 20, cost: 0.0004 }])
    provider.behave(streams([start, 'Merci.', rest], { counts: false }))
    expect((await speak(generator, { prices: [] })).generated.usage).toEqual([
      { model: 'test-model', inputTokens: expect.any(Number), outputTokens: 14, estimated: true },
    ])
  })

  it('stops asking when the contact interrupts; the words said stand', async () => {
    provider.behave(streams([start, 'Bonjour. Je ', { waitMs: 60_000 }]))
    const ended = new AbortController()
    setTimeout(() => ended.abort(), 100)
    const { generated } = await speak(generator, {}, ended.signal)
    expect(generated).toMatchObject({ text: 'Bonjour.', begun: true, exit: null })
    expect(generated.failure).toBeUndefined()
    expect(generated.tookMs).toBeLessThan(deadlineMs - 100)
  })

  it('cuts a long reply at a clause, and says so', async () => {
    provider.behave(says({ ...answer, text: 'Je vous explique tout cela bien volontiers. '.repeat(200) }))
    const { generated } = await speak()
    expect(generated.text.length).toBeLessThanOrEqual(600)
    expect(generated.text.endsWith('.')).toBe(true)
    expect(generated.notes).toEqual(['REPLY_SHORTENED'])
  })
})

describe('facts that nobody gave', () => {
  it('are asked for again once, and never said', async () => {
    provider.behave(says({ ...answer, text: 'Cela coûte trente euros.' }))
    const { generated, clauses } = await speak()
    expect(clauses).toEqual(['Je ne sais pas.'])
    expect(provider.requests).toHaveLength(2)
    expect(generated).toMatchObject({ text: 'Je ne sais pas.', begun: true, notes: ['REPLY_UNFOUNDED', 'REPLY_UNFOUNDED'] })
    expect(generated.usage).toHaveLength(2)
  })

  it('are replaced where something was said already', async () => {
    provider.behave(says({ ...answer, text: 'Bien sûr. Cela coûte 30 euros. Appelez le 06 99 88 77 66. Merci.' }))
    expect((await speak()).clauses).toEqual(['Bien sûr.', 'Je ne sais pas.', 'Merci.'])
  })

  it('may be said once they are values', async () => {
    const values = [{ name: 'since', value: '2024-01-15' }]
    provider.behave(says({ ...answer, values, text: 'Depuis le 15 janvier 2024, et vous avez 42 ans.' }))
    expect((await speak()).generated).toMatchObject({ text: 'Depuis le 15 janvier 2024, et vous avez 42 ans.' })
  })
})

describe('a failure is a value', () => {
  it.each([
    ['401', status(401), 'MODEL_UNAUTHORIZED'],
    ['429', status(429), 'MODEL_RATE_LIMITED'],
    ['500', status(500), 'MODEL_UNAVAILABLE'],
    ['a broken body', breaksOff, 'MODEL_UNAVAILABLE'],
    ['words instead of JSON', says('Merci.'), 'MODEL_BAD_ANSWER'],
    ['another shape', says({ text: 7 }), 'MODEL_BAD_ANSWER'],
    ['an empty stream', streams([]), 'MODEL_BAD_ANSWER'],
    ['a refusal', streams([{ delta: { refusal: 'No.' } }]), 'MODEL_REFUSED'],
    ['a filtered answer', streams([{ delta: {}, finish: 'content_filter' }]), 'MODEL_REFUSED'],
    ['another script alone', says({ ...answer, text: '你好，世界。' }), 'MODEL_BAD_ANSWER'],
    ['no answer at all', hangs, 'MODEL_TIMEOUT'],
    ['half a body, then silence', stalls, 'MODEL_TIMEOUT'],
    ['half a clause, then silence', streams([start, 'Je '], { ends: false }), 'MODEL_TIMEOUT'],
  ] as const)('%s', async (_, behaviour, failure) => {
    provider.behave(behaviour)
    const { generated, clauses } = await speak()
    expect(generated).toMatchObject({ text: '', exit: null, tool: null, values: {}, failure })
    expect(generated.begun).toBeUndefined()
    expect(clauses).toEqual([])
    expect(generated.tookMs).toBeLessThan(deadlineMs + 400)
  })

  it('that may pass is tried again inside the deadline', async () => {
    provider.behave((response, isStreamed) => {
      provider.behave(says(answer))
      status(500)(response, isStreamed)
    })
    const { generated } = await speak()
    expect(generated).toMatchObject({ text: 'Merci.', notes: ['MODEL_RETRIED MODEL_UNAVAILABLE'] })
  })

  it('of a model asked too often waits as long as it wants, if that is inside the deadline', async () => {
    const refuseOnce = (seconds: string) =>
      provider.behave((response, isStreamed) => {
        provider.behave(says(answer))
        status(429, { 'retry-after': seconds })(response, isStreamed)
      })
    refuseOnce('0.3')
    const waited = await speak()
    expect(waited.generated.text).toBe('Merci.')
    expect(waited.generated.tookMs).toBeGreaterThan(290)
    refuseOnce('5')
    expect((await speak()).generated.failure).toBe('MODEL_RATE_LIMITED')
  })

  it('goes to the next provider, also when the first one hangs', async () => {
    const second = await startFakeProvider()
    second.behave(says(answer))
    const both = createGenerator({ providers: [providerOf(provider), providerOf(second)], deadlineMs })
    for (const behaviour of [status(401), hangs, streams([start, { waitMs: 10 }, 'breaks'])]) {
      provider.behave(behaviour)
      expect((await speak(both)).generated.text).toBe('Merci.')
    }
    await second.close()
  })

  it('after words were said leaves them standing, without the unfinished clause', async () => {
    provider.behave(streams([start, 'Bonjour. Je reg', { waitMs: 20 }, 'breaks']))
    expect((await speak()).generated).toMatchObject({ text: 'Bonjour.', begun: true, exit: null, notes: ['REPLY_CUT_OFF'] })
    provider.behave(streams([start, 'Bonjour. Je reg'], { ends: false }))
    expect((await speak()).generated).toMatchObject({ text: 'Bonjour.', notes: ['REPLY_CUT_OFF'] })
  })

  it('ends when its caller gives up', async () => {
    provider.behave(hangs)
    const { generated } = await speak(generator, {}, AbortSignal.timeout(50))
    expect(generated.failure).toBeDefined()
    expect(generated.tookMs).toBeLessThan(deadlineMs - 100)
  })
})

describe('a long conversation', () => {
  const messages = Array.from({ length: 12 }, (_, at) => ({ speaker: 'contact' as const, text: `turn ${at} `.repeat(20) }))

  it('is summed up, all but its last messages', async () => {
    provider.behave(says({ summary: 'They call about a boiler.' }))
    const long = { ...request, messages, left: 3, contextTokens: 500 }
    expect(await generator.summarise(long)).toEqual({ text: 'They call about a boiler.', messages: 9 })
    expect(await generator.summarise({ ...long, contextTokens: 5000 })).toBeUndefined()
    provider.behave(status(500))
    expect(await generator.summarise(long)).toBeUndefined()
  })
})

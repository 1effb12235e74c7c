import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FakeProvider, hangs, says, startFakeProvider, status } from './fake-provider.ts'
import { createSimulatedCaller, type SimulatedCaller } from './simulated-caller.ts'

const request = {
  persona: 'an impatient baker who calls between two batches',
  goal: 'move the appointment of Tuesday to Thursday',
  language: 'en' as const,
  transcript: [
    { speaker: 'agent' as const, text: 'How can I help?' },
    { speaker: 'contact' as const, text: 'My appointment.' },
    { speaker: 'agent' as const, text: 'Which one?' },
  ],
}

let provider: FakeProvider
let caller: SimulatedCaller
beforeAll(async () => {
  provider = await startFakeProvider()
  caller = createSimulatedCaller({ apiKey: 'k', baseUrl: provider.baseUrl, model: 'm', deadlineMs: 500 })
})
afterAll(() => provider.close())

it('speaks from the side of the contact', async () => {
  provider.behave(says({ say: ' The one on Tuesday. ', hangUp: false }))
  expect(await caller.next(request)).toEqual({ say: 'The one on Tuesday.', hangUp: false })
  const [{ body } = { body: undefined }] = provider.requests
  expect(body).toMatchObject({
    messages: [{ role: 'system' }, { role: 'user' }, { role: 'assistant', content: 'My appointment.' }, { role: 'user' }],
    response_format: { json_schema: { strict: true } },
  })
  expect(JSON.stringify(body)).toContain('impatient baker')
})

it('may hang up without a word', async () => {
  provider.behave(says({ say: '', hangUp: true }))
  expect(await caller.next(request)).toEqual({ say: '', hangUp: true })
})

it.each([
  ['silence', says({ say: ' ', hangUp: false }), 'MODEL_BAD_ANSWER'],
  ['another shape', says({ text: 'hello' }), 'MODEL_BAD_ANSWER'],
  ['a wrong key', status(401), 'MODEL_UNAUTHORIZED'],
  ['no answer', hangs, 'MODEL_TIMEOUT'],
] as const)('fails as a value on %s', async (_, behaviour, failure) => {
  provider.behave(behaviour)
  expect(await caller.next(request)).toEqual({ failure })
})

it('ends when its caller gives up', async () => {
  provider.behave(hangs)
  const startedAt = performance.now()
  expect(await caller.next({ ...request, signal: AbortSignal.timeout(30) })).toEqual({ failure: 'MODEL_TIMEOUT' })
  expect(performance.now() - startedAt).toBeLessThan(400)
})

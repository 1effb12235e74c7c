import OpenAI from 'openai'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type OpenAiStandIn, openAiStandIn } from './openai-stand-in.ts'

let standIn: OpenAiStandIn
let client: OpenAI
beforeAll(async () => {
  standIn = await openAiStandIn(({ messages }) => `You said: ${String(messages.at(-1)?.content)}`)
  client = new OpenAI({ apiKey: 'any', baseURL: standIn.baseUrl, maxRetries: 0, timeout: 1_000 })
})
beforeEach(() => standIn.setFault(null))
afterAll(() => standIn.close())

const ask = { model: 'stand-in', messages: [{ role: 'user' as const, content: 'good morning' }] }

it('answers the vendor client whole and in pieces', async () => {
  const whole = await client.chat.completions.create(ask)
  expect(whole.choices[0]?.message.content).toBe('You said: good morning')
  let text = ''
  let total = 0
  for await (const chunk of await client.chat.completions.create({ ...ask, stream: true, stream_options: { include_usage: true } })) {
    text += chunk.choices[0]?.delta.content ?? ''
    total += chunk.usage?.total_tokens ?? 0
  }
  expect([text, total]).toEqual(['You said: good morning', 15])
  expect(standIn.requests.at(-1)?.stream).toBe(true)
})

it('fails as it is told', async () => {
  for (const [fault, status] of [
    ['unauthorized', 401],
    ['rateLimited', 429],
    ['error500', 500],
  ] as const) {
    standIn.setFault(fault)
    await expect(client.chat.completions.create(ask)).rejects.toMatchObject({ status })
  }
  standIn.setFault('half')
  await expect(client.chat.completions.create(ask)).rejects.toThrow()
  standIn.setFault('hang')
  await expect(client.chat.completions.create(ask, { timeout: 150 })).rejects.toThrow(/timed out/i)
  standIn.setFault({ slowMs: 120 })
  const startedAt = Date.now()
  await client.chat.completions.create(ask)
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(115)
})

import type { GenerateRequest } from '@parley/flow-runtime'
import { openAiStandIn } from '@parley/testing'
import { createGenerator } from '@parley/understanding'
import { expect, onTestFinished, test, vi } from 'vitest'

const deadlineMs = 1_500
const text = 'Good morning. What can I do for you today, and what is it about?'
const answer = JSON.stringify({ values: [], text, exit: null, tool: null })
const request: GenerateRequest = {
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

/** One model that fails, alone or with a second one behind it. */
async function ask(fault: Parameters<Awaited<ReturnType<typeof openAiStandIn>>['setFault']>[0], { withOther }: { withOther: boolean }) {
  const first = await openAiStandIn(() => answer)
  const other = await openAiStandIn(() => answer)
  onTestFinished(() => Promise.all([first.close(), other.close()]).then(() => undefined))
  first.setFault(fault)
  const models = withOther ? [first, other] : [first]
  const generator = createGenerator({ providers: models.map(({ baseUrl }) => ({ apiKey: 'key', baseUrl, model: 'm' })), deadlineMs })
  const clauses: string[] = []
  const startedAt = performance.now()
  const generated = await generator.generate(request, { onClause: (clause) => void clauses.push(clause) })
  return { ...generated, said: clauses.join(' '), tookMs: performance.now() - startedAt }
}

test.each([
  ['unauthorized', 'MODEL_UNAUTHORIZED'],
  ['rateLimited', 'MODEL_RATE_LIMITED'],
  ['error500', 'MODEL_UNAVAILABLE'],
  ['hang', 'MODEL_TIMEOUT'],
  ['garbage', 'MODEL_BAD_ANSWER'],
] as const)('a model with %j: the next one answers; alone it fails as %s in time', async (fault, code) => {
  const complaints = vi.spyOn(console, 'error')
  const helped = await ask(fault, { withOther: true })
  expect(helped).toMatchObject({ text, said: text, notes: [`MODEL_RETRIED ${code}`] })
  expect(helped.failure).toBeUndefined()
  const alone = await ask(fault, { withOther: false })
  expect(alone).toMatchObject({ text: '', said: '', failure: code })
  expect(alone.tookMs).toBeLessThan(deadlineMs * 2)
  // The vendor's client would print the model's words.
  expect(complaints).not.toHaveBeenCalled()
})

test.each(['half', 'halfOpen'] as const)('an answer that stops halfway (%s) ends with the whole clauses that were said', async (fault) => {
  const generated = await ask(fault, { withOther: true })
  expect(generated).toMatchObject({ text: generated.said, begun: true, notes: ['REPLY_CUT_OFF'] })
  expect(generated.said).toBe('Good morning.')
})

test('a slow model is waited for', async () => {
  expect(await ask({ slowMs: deadlineMs / 2 }, { withOther: false })).toMatchObject({ text, said: text })
})

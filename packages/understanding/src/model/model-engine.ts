import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'
import OpenAI from 'openai'
import { answerSchema, type ModelAnswer, modelAnswer } from './answer-schema.ts'
import { failureOf, type ModelFailure, modelFailure } from './model-failure.ts'
import { promptOf } from './prompt.ts'
import { trustedAnswer } from './trusted-answer.ts'

/** An understanding from a model; with `failure` it understood nothing and says why. */
export type ModelUnderstanding = Understanding & { failure?: ModelFailure }
export type ModelEngine = { name: string; understand(request: UnderstandRequest, signal?: AbortSignal): Promise<ModelUnderstanding> }
export type ModelEngineOptions = { apiKey: string; baseUrl: string; model: string; deadlineMs: number }

/**
 * Understands with a language model behind any OpenAI-compatible endpoint. One attempt, ended by `deadlineMs` or the signal; a failure
 * is a value (`failure.code`), never an exception, and nothing the model says is believed unless the request allows it.
 */
export function createModelEngine({ apiKey, baseUrl, model, deadlineMs }: ModelEngineOptions): ModelEngine {
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: deadlineMs })

  async function ask(request: UnderstandRequest, signal: AbortSignal): Promise<ModelAnswer | ModelFailure> {
    const completion = await client.chat.completions.create(
      {
        model,
        messages: promptOf(request),
        temperature: 0,
        response_format: { type: 'json_schema', json_schema: { name: 'understanding', strict: true, schema: answerSchema(request) } },
      },
      { signal },
    )
    const content = completion.choices?.[0]?.message?.content
    if (!content) return modelFailure('MODEL_BAD_ANSWER', 'the answer is empty')
    const answer = modelAnswer.safeParse(JSON.parse(content))
    return answer.success ? answer.data : modelFailure('MODEL_BAD_ANSWER', 'the answer has another shape')
  }

  return {
    name: 'model',
    async understand(request, signal) {
      const startedAt = performance.now()
      const deadline = AbortSignal.timeout(deadlineMs)
      const ended = signal ? AbortSignal.any([signal, deadline]) : deadline
      const answer = await Promise.race([ask(request, ended).catch(failureOf), endOf(ended)])
      const tookMs = performance.now() - startedAt
      if ('code' in answer) return { ...nothing, reason: `${answer.code}: ${answer.detail}`, engine: 'model', tookMs, failure: answer }
      const { intent, confidence, slots } = trustedAnswer(request, answer)
      const candidates = intent === null ? [] : [{ intent, confidence }]
      return { intent, confidence, candidates, slots, reason: `${model} answered`, engine: 'model', tookMs }
    },
  }
}

const nothing = { intent: null, confidence: 0, candidates: [], slots: [] }

function endOf(signal: AbortSignal): Promise<ModelFailure> {
  const late = modelFailure('MODEL_TIMEOUT', 'no answer in time')
  if (signal.aborted) return Promise.resolve(late)
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(late), { once: true }))
}

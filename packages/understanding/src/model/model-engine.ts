import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'
import { answerSchema, modelAnswer } from './answer-schema.ts'
import { createModelClient, type ModelOptions } from './model-client.ts'
import type { ModelFailure } from './model-failure.ts'
import { promptOf } from './prompt.ts'
import { trustedAnswer } from './trusted-answer.ts'

/** An understanding from a model; with `failure` it understood nothing and says why. */
export type ModelUnderstanding = Understanding & { failure?: ModelFailure }
export type ModelEngine = { name: string; understand(request: UnderstandRequest, signal?: AbortSignal): Promise<ModelUnderstanding> }

/**
 * Understands with a language model behind any OpenAI-compatible endpoint. One attempt, ended by `deadlineMs` or the signal; a failure
 * is a value (`failure.code`), never an exception, and nothing the model says is believed unless the request allows it.
 */
export function createModelEngine(options: ModelOptions): ModelEngine {
  const ask = createModelClient(options)
  return {
    name: 'model',
    async understand(request, signal) {
      const startedAt = performance.now()
      const question = {
        name: 'understanding',
        messages: promptOf(request),
        schema: answerSchema(request),
        shape: modelAnswer,
        temperature: 0,
      }
      const { answer, failure } = await ask(question, signal)
      const tookMs = performance.now() - startedAt
      if (failure) return { ...nothing, reason: `${failure.code}: ${failure.detail}`, engine: 'model', tookMs, failure }
      const { intent, confidence, slots } = trustedAnswer(request, answer)
      const candidates = intent === null ? [] : [{ intent, confidence }]
      return { intent, confidence, candidates, slots, reason: `${options.model} answered`, engine: 'model', tookMs }
    },
  }
}

const nothing = { intent: null, confidence: 0, candidates: [], slots: [] }

import type { Generated, GenerateRequest } from '@parley/flow-runtime'
import { generatedAnswer, generationSchema } from './generated-answer.ts'
import { generationPrompt } from './generation-prompt.ts'
import { createModelClient, type ModelOptions } from './model-client.ts'
import { trustedGeneration } from './trusted-generation.ts'

/** Finds the next words of an agent node. Never moves the call; it only proposes. */
export type Generator = { generate(request: GenerateRequest, signal?: AbortSignal): Promise<Generated> }

const temperature = 0.3

/**
 * Generates with a language model behind any OpenAI-compatible endpoint. One attempt, ended by `deadlineMs` or the signal. A failure is a
 * value: `failure` is MODEL_TIMEOUT, MODEL_UNAVAILABLE, MODEL_UNAUTHORIZED, MODEL_RATE_LIMITED or MODEL_BAD_ANSWER. Exits, tools and values
 * that the request does not name are dropped; an answer with nothing left to say or do is a bad answer, so that a call never goes silent.
 */
export function createGenerator(options: ModelOptions): Generator {
  const ask = createModelClient(options)
  return {
    async generate(request, signal) {
      const startedAt = performance.now()
      const question = {
        name: 'next_turn',
        messages: generationPrompt(request),
        schema: generationSchema(request),
        shape: generatedAnswer,
        temperature,
      }
      const { answer, failure } = await ask(question, signal)
      const measured = () => ({ tookMs: performance.now() - startedAt, engine: 'model' })
      if (failure) return { ...nothing, failure: failure.code, ...measured() }
      const trusted = trustedGeneration(request, answer)
      if (trusted.text === '' && trusted.exit === null && trusted.tool === null)
        return { ...nothing, failure: 'MODEL_BAD_ANSWER', ...measured() }
      return { ...trusted, ...measured() }
    },
  }
}

const nothing = { text: '', exit: null, tool: null, values: {} }

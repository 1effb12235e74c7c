import OpenAI from 'openai'
import type { z } from 'zod'
import { failureOf, type ModelFailure, modelFailure } from './model-failure.ts'

/** @property deadlineMs how long one attempt may take */
export type ModelOptions = { apiKey: string; baseUrl: string; model: string; deadlineMs: number }
export type ModelMessage = { role: 'system' | 'user' | 'assistant'; content: string }
export type ModelQuestion<Answer> = {
  /** Of the schema, in letters. */
  name: string
  messages: readonly ModelMessage[]
  /** Strict JSON Schema of the answer. */
  schema: Record<string, unknown>
  /** The same, for checking what comes back. */
  shape: z.ZodType<Answer>
  /** 0 for the likeliest words. */
  temperature: number
}
export type ModelReply<Answer> = { answer: Answer; failure?: undefined } | { answer?: undefined; failure: ModelFailure }
export type AskModel = <Answer>(question: ModelQuestion<Answer>, signal?: AbortSignal) => Promise<ModelReply<Answer>>

/**
 * Asks a language model behind any OpenAI-compatible endpoint for an answer of one shape. One attempt, ended by the deadline or the signal;
 * a failure is a value, never an exception.
 */
export function createModelClient({ apiKey, baseUrl, model, deadlineMs }: ModelOptions): AskModel {
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: deadlineMs })

  async function complete<Answer>(question: ModelQuestion<Answer>, signal: AbortSignal): Promise<ModelReply<Answer>> {
    const { name, schema, shape, temperature } = question
    const completion = await client.chat.completions.create(
      {
        model,
        messages: [...question.messages],
        temperature,
        response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } },
      },
      { signal },
    )
    const content = completion.choices?.[0]?.message?.content
    if (!content) return { failure: modelFailure('MODEL_BAD_ANSWER', 'the answer is empty') }
    const answer = shape.safeParse(JSON.parse(content))
    return answer.success ? { answer: answer.data } : { failure: modelFailure('MODEL_BAD_ANSWER', 'the answer has another shape') }
  }

  return (question, signal) => {
    const deadline = AbortSignal.timeout(deadlineMs)
    const ended = signal ? AbortSignal.any([signal, deadline]) : deadline
    return Promise.race([complete(question, ended).catch((error: unknown) => ({ failure: failureOf(error) })), endOf(ended)])
  }
}

function endOf(signal: AbortSignal): Promise<{ failure: ModelFailure }> {
  const late = { failure: modelFailure('MODEL_TIMEOUT', 'no answer in time') }
  if (signal.aborted) return Promise.resolve(late)
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(late), { once: true }))
}

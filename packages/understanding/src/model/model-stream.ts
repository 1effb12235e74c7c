import OpenAI from 'openai'
import type { ModelCircuit } from '../policy/circuit.ts'
import type { ModelMessage } from './model-client.ts'
import { failureOf, type ModelFailure, modelFailure } from './model-failure.ts'

/** One language model behind an OpenAI-compatible endpoint. `circuit`: shared by all that ask it; none: it is always asked. */
export type ModelProvider = { apiKey: string; baseUrl: string; model: string; circuit?: ModelCircuit }
export type StreamQuestion = {
  messages: readonly ModelMessage[]
  schema: Record<string, unknown>
  temperature: number
}
export type Streamed = {
  content: string
  /** The answer broke off: lost connection, length limit, or the signal. */
  cutOff: boolean
  tokens?: { input: number; output: number }
  failure?: ModelFailure
  /** What a model that is asked too often wants to be left alone for. */
  retryAfterMs?: number
}

/** Asks for an answer of one shape and hands over what is written so far, again and again. A failure is a value, never an exception. */
export function createModelStream({ apiKey, baseUrl, model }: ModelProvider) {
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, logLevel: 'off' })

  return async ({ messages, schema, temperature }: StreamQuestion, signal: AbortSignal, onContent: (content: string) => void) => {
    const streamed: Streamed = { content: '', cutOff: true }
    try {
      const chunks = await client.chat.completions.create(
        {
          model,
          messages: [...messages],
          temperature,
          stream: true,
          stream_options: { include_usage: true },
          response_format: { type: 'json_schema', json_schema: { name: 'next_turn', strict: true, schema } },
        },
        { signal },
      )
      for await (const { choices, usage } of chunks) {
        if (usage) streamed.tokens = { input: usage.prompt_tokens, output: usage.completion_tokens }
        const choice = choices?.[0]
        if (choice?.delta?.refusal || choice?.finish_reason === 'content_filter') {
          streamed.failure = modelFailure('MODEL_REFUSED', 'the model refuses to answer')
        }
        if (choice?.finish_reason) streamed.cutOff = choice.finish_reason === 'length'
        if (!choice?.delta?.content) continue
        streamed.content += choice.delta.content
        onContent(streamed.content)
      }
      if (signal.aborted) streamed.cutOff = true
    } catch (error) {
      streamed.failure = failureOf(error)
      if (error instanceof OpenAI.APIError) streamed.retryAfterMs = retryAfterMs(error.headers)
    }
    return streamed
  }
}

/** `retry-after-ms`, or `retry-after` in seconds; as a date it is not read. */
function retryAfterMs(headers: Headers | undefined): number | undefined {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  if (Number.isFinite(ms)) return ms
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined
}

import type { GenerateRequest, ModelUsage } from '@parley/flow-runtime'
import type { ModelMessage } from './model-client.ts'

/** English and French have about four characters a token; no tokenizer is light enough for an estimate. */
const charactersPerToken = 4
const million = 1_000_000

/** What one answer used, as the provider counted it, else estimated from the characters; its cost where the model has a price. */
export function usageOf(
  model: string,
  messages: readonly ModelMessage[],
  { tokens, written }: { tokens?: { input: number; output: number }; written: number },
  prices: GenerateRequest['prices'],
): ModelUsage {
  const asked = messages.reduce((sum, { content }) => sum + content.length, 0)
  const { input, output } = tokens ?? { input: Math.ceil(asked / charactersPerToken), output: Math.ceil(written / charactersPerToken) }
  const usage: ModelUsage = { model, inputTokens: input, outputTokens: output }
  if (!tokens) usage.estimated = true
  const price = prices.find((one) => one.model === model)
  if (price) usage.cost = (input * price.input + output * price.output) / million
  return usage
}

import type { Generated, GenerateRequest } from '@parley/flow-runtime'
import { parse } from 'partial-json'
import { z } from 'zod'
import { createReply } from '../speaking/reply.ts'
import { type GeneratedAnswer, generatedAnswer, generationSchema } from './generated-answer.ts'
import type { ModelMessage } from './model-client.ts'
import { type ModelFailure, modelFailure } from './model-failure.ts'
import type { createModelStream, Streamed } from './model-stream.ts'
import { trustedGeneration } from './trusted-generation.ts'

type Words = Pick<Generated, 'text' | 'exit' | 'tool' | 'values'>
export type Attempt = {
  notes: readonly string[]
  tokens?: Streamed['tokens']
  /** Characters written, for an estimate of tokens. */
  written: number
  retryAfterMs?: number
} & ({ kind: 'words'; words: Words } | { kind: 'unfounded' } | { kind: 'failed'; failure: ModelFailure })

export type AttemptOptions = {
  /** Until the first clause; then the same between two pieces of text. */
  firstClauseMs: number
  stallMs: number
  signal: AbortSignal
  onClause: (clause: string) => void
  /** Whether a first clause with facts that nobody gave ends the attempt. */
  mayRefuse: boolean
}

const temperature = 0.3
const partialAnswer = z.object({ values: generatedAnswer.shape.values.catch([]), text: z.string(), exit: z.unknown().optional() })

/** One question to one model. Words that were said stand, whatever happens to the rest of the answer. */
export async function attempt(
  stream: ReturnType<typeof createModelStream>,
  request: GenerateRequest,
  messages: readonly ModelMessage[],
  { firstClauseMs, stallMs, signal, onClause, mayRefuse }: AttemptOptions,
): Promise<Attempt> {
  const late = new AbortController()
  let timer = setTimeout(() => late.abort(), firstClauseMs)
  let values: Words['values'] = {}
  let speaks = false
  const heard = (clause: string) => {
    if (signal.aborted) return
    speaks = true
    onClause(clause)
  }
  const reply = createReply(request, heard, mayRefuse)

  const question = { messages, schema: generationSchema(request), temperature }
  const streamed = await stream(question, AbortSignal.any([signal, late.signal]), (content) => {
    const partial = partialAnswer.safeParse(partialOf(content)).data
    if (partial) {
      values = trustedGeneration(request, { ...partial, exit: null, tool: null }).values
      reply.write(partial.text, values)
      if (partial.exit !== undefined) reply.end(false)
    }
    if (reply.refusedFirst()) late.abort()
    if (!speaks) return
    clearTimeout(timer)
    timer = setTimeout(() => late.abort(), stallMs)
  })
  clearTimeout(timer)

  const answer = streamed.cutOff || streamed.failure ? undefined : wholeAnswer(streamed.content)
  if (!reply.refusedFirst()) reply.end(answer === undefined)
  const said = reply.said()
  const about = { notes: reply.notes(), tokens: streamed.tokens, written: streamed.content.length, retryAfterMs: streamed.retryAfterMs }
  if (reply.refusedFirst()) return { ...about, kind: 'unfounded' }
  const words = answer ? { ...trustedGeneration(request, answer), text: said } : { text: said, exit: null, tool: null, values }
  if (said !== '' || words.exit !== null || words.tool !== null) return { ...about, kind: 'words', words }
  return { ...about, notes: [], kind: 'failed', failure: failureOf(streamed, late.signal.aborted) }
}

function failureOf({ failure, cutOff }: Streamed, isLate: boolean): ModelFailure {
  if (isLate) return modelFailure('MODEL_TIMEOUT', 'no answer in time')
  if (failure) return failure
  return cutOff ? modelFailure('MODEL_UNAVAILABLE', 'the answer broke off') : modelFailure('MODEL_BAD_ANSWER', 'nothing to say or do')
}

function wholeAnswer(content: string): GeneratedAnswer | undefined {
  try {
    return generatedAnswer.safeParse(JSON.parse(content)).data
  } catch {
    return undefined
  }
}

function partialOf(content: string): unknown {
  try {
    return parse(content)
  } catch {
    return undefined
  }
}

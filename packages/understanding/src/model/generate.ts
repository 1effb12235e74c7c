import { setTimeout as sleep } from 'node:timers/promises'
import type { Generated, GenerateRequest, ModelUsage } from '@parley/flow-runtime'
import type { ModelCircuit } from '../policy/circuit.ts'
import { type Attempt, attempt } from './attempt.ts'
import { factsReminder, generationPrompt } from './generation-prompt.ts'
import type { ModelMessage } from './model-client.ts'
import { isAboutTheQuestion, type ModelFailureCode } from './model-failure.ts'
import { createModelStream, type ModelProvider } from './model-stream.ts'
import { createSummariser, type Summarise } from './summarise.ts'
import { usageOf } from './usage.ts'

/** @property deadlineMs how long the first words may take, all providers and attempts together */
export type GeneratorOptions = { providers: readonly ModelProvider[]; deadlineMs: number }
export type GenerateOptions = {
  /** Ends the request: the contact interrupts, or the answer is not wanted any more. */
  signal?: AbortSignal
  /** Given each clause as soon as it may be said. */
  onClause?: (clause: string) => void
}
/** Finds the next words of an agent node. Never moves the call; it only proposes. */
export type Generator = {
  generate(request: GenerateRequest, options?: GenerateOptions): Promise<Generated>
  /** Sums up the oldest messages once there are many; undefined when there is nothing to do, or no answer. For the time between turns. */
  summarise: Summarise
}

const mostAttempts = 5
const firstPauseMs = 150
/** With less time than this no model answers. */
const leastMs = 200

/**
 * Generates with language models behind OpenAI-compatible endpoints; the text is given out clause by clause, cleaned for speech, each clause
 * checked for facts that nobody gave. A failure before the first words is tried again, with the next provider first, inside the deadline;
 * after them, what was said stands (`REPLY_CUT_OFF`). Providers whose circuit rests are asked last. A failure is a value: `failure` is MODEL_TIMEOUT, MODEL_UNAVAILABLE,
 * MODEL_UNAUTHORIZED, MODEL_RATE_LIMITED, MODEL_REFUSED or MODEL_BAD_ANSWER (nothing to say or do). Exits, tools and values that the
 * request does not name are dropped.
 */
export function createGenerator({ providers, deadlineMs }: GeneratorOptions): Generator {
  const models = providers.map((provider) => ({ model: provider.model, circuit: provider.circuit, stream: createModelStream(provider) }))
  return {
    summarise: createSummariser(providers[0], deadlineMs),
    async generate(request, { signal = new AbortController().signal, onClause = () => undefined } = {}) {
      const startedAt = performance.now()
      const leftMs = () => deadlineMs - (performance.now() - startedAt)
      const waiting = [...models.filter(({ circuit }) => !circuit?.rests()), ...models.filter(({ circuit }) => circuit?.rests())]
      const tried = new Set<object>()
      const notes: string[] = []
      const usage: ModelUsage[] = []
      let messages: ModelMessage[] = generationPrompt(request)
      let unfounded = false
      let begun = false
      let failure: ModelFailureCode = 'MODEL_TIMEOUT'
      const say = (clause: string) => {
        begun = true
        onClause(clause)
      }
      const outcome = (result: Pick<Generated, 'text' | 'exit' | 'tool' | 'values' | 'failure'>): Generated => ({
        ...result,
        ...(begun ? { begun } : {}),
        ...(notes.length > 0 ? { notes } : {}),
        ...(usage.length > 0 ? { usage } : {}),
        tookMs: performance.now() - startedAt,
        engine: 'model',
      })

      for (let tries = 0; tries < mostAttempts && leftMs() > leastMs && !signal.aborted; tries += 1) {
        const model = waiting[0]
        if (!model) break
        tried.add(model)
        const others = waiting.some((one) => !tried.has(one) && !one.circuit?.rests())
        // Asked even when it is not admitted: a call is never given up because others' calls failed.
        model.circuit?.admits()
        const done: Attempt = await attempt(model.stream, request, messages, {
          firstClauseMs: others ? leftMs() / 2 : leftMs(),
          stallMs: deadlineMs,
          signal,
          onClause: say,
          mayRefuse: !unfounded,
        })
        tell(model.circuit, done, signal)
        if (done.tokens || done.written > 0) usage.push(usageOf(model.model, messages, done, request.prices))
        notes.push(...done.notes)
        if (done.kind === 'words') return outcome(done.words)
        if (done.kind === 'unfounded') {
          unfounded = true
          messages = [...messages, factsReminder]
          continue
        }
        failure = done.failure.code
        waiting.shift()
        if (done.failure.retryable) waiting.push(model)
        const next = waiting[0]
        const pauseMs = next && tried.has(next) ? (done.retryAfterMs ?? firstPauseMs * 2 ** tries) : 0
        if (!next || signal.aborted || pauseMs + leastMs > leftMs()) break
        notes.push(`MODEL_RETRIED ${failure}`)
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
      }
      if (!unfounded || signal.aborted) return outcome({ ...nothing, failure })
      say(request.speaking.instead)
      return outcome({ ...nothing, text: request.speaking.instead })
    },
  }
}

function tell(circuit: ModelCircuit | undefined, done: Attempt, signal: AbortSignal): void {
  if (done.kind !== 'failed') circuit?.succeeded()
  else if (signal.aborted || isAboutTheQuestion(done.failure.code)) circuit?.released()
  else circuit?.failed(done.failure)
}

const nothing = { text: '', exit: null, tool: null, values: {} }

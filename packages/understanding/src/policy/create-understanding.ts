import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'
import type { UnderstandingEngine } from '../engine.ts'
import type { ModelUnderstanding } from '../model/model-engine.ts'
import { isAboutTheQuestion } from '../model/model-failure.ts'
import { circuitOf, type ModelCircuit } from './circuit.ts'
import { isSure, merge } from './decide.ts'

export type UnderstandingOptions = {
  local: UnderstandingEngine
  model?: UnderstandingEngine
  /** The model's, when others ask the same model; else it has one of its own. */
  circuit?: ModelCircuit
  /** How long a caller may wait for the model. */
  deadlineMs: number
  /** From which confidence the local engine decides alone. */
  threshold: number
  /** Epoch milliseconds. */
  now?: () => number
}

/**
 * Local when sure; else the model, as long as it answers within the deadline; else the best there is. A failing model costs
 * its deadline once and then nothing until it is tried again; one that only refuses a question is asked the next. `engine` and `reason` say who decided. Never rejects because of the model.
 */
export function createUnderstanding({
  local,
  model,
  deadlineMs,
  threshold,
  now = Date.now,
  circuit = circuitOf(model ?? local, now),
}: UnderstandingOptions): UnderstandingEngine {
  async function ask(engine: UnderstandingEngine, request: UnderstandRequest, signal?: AbortSignal): Promise<ModelUnderstanding | string> {
    const ending = new AbortController()
    const timer = setTimeout(() => ending.abort(), deadlineMs)
    const giveUp = () => ending.abort()
    signal?.addEventListener('abort', giveUp, { once: true })
    try {
      const answer: ModelUnderstanding | 'late' = await Promise.race([engine.understand(request, ending.signal), aborted(ending.signal)])
      if (signal?.aborted) {
        circuit.released()
        return 'the request was given up'
      }
      const failure = answer === 'late' ? 'MODEL_TIMEOUT' : answer.failure?.code
      if (answer !== 'late' && !failure) {
        circuit.succeeded()
        return answer
      }
      if (failure && isAboutTheQuestion(failure)) circuit.released()
      else circuit.failed({ code: failure ?? 'MODEL_TIMEOUT' })
      return failure ?? 'MODEL_TIMEOUT'
    } catch {
      if (signal?.aborted) circuit.released()
      else circuit.failed({ code: 'MODEL_UNAVAILABLE' })
      return 'MODEL_UNAVAILABLE'
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
      ending.abort()
    }
  }

  return {
    name: model ? 'local, then model' : 'local',
    warmUp: (intentSets) => local.warmUp?.(intentSets),
    async understand(request, signal) {
      const startedAt = performance.now()
      const own = await local.understand(request, signal)
      const tookMs = () => performance.now() - startedAt
      if (isSure(request, own, threshold)) return { ...own, reason: `local is sure; ${own.reason}`, tookMs: tookMs() }
      if (!model || signal?.aborted) return { ...own, reason: `local is not sure; ${own.reason}`, tookMs: tookMs() }
      if (!circuit.admits())
        return { ...own, reason: `local is not sure, the model is paused after a failure; ${own.reason}`, tookMs: tookMs() }
      const answer = await ask(model, request, signal)
      if (typeof answer === 'string')
        return { ...own, reason: `local is not sure, no answer from the model (${answer}); ${own.reason}`, tookMs: tookMs() }
      return { ...merge(request, own, answer, threshold), tookMs: tookMs() } satisfies Understanding
    },
  }
}

function aborted(signal: AbortSignal): Promise<'late'> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('late'), { once: true }))
}

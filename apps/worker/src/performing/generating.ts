import type { EffectOf, Generated } from '@parley/flow-runtime'
import { failureCodeOf } from '../failure-code.ts'
import { notGenerated } from '../generator-port.ts'
import type { PerformOptions } from '../perform.ts'
import type { SpeechResult } from '../voice-port.ts'
import type { createSpeeches } from './speeches.ts'

type Clause = { id: string; spoken: Promise<SpeechResult> }
type Generation = { ended: AbortController; clauses: Clause[] }

/**
 * Speaks what a model writes, clause by clause, while it writes. The flow hears `generated` when the text is complete, or as soon as the
 * contact interrupts, and answers with a `say` that names the generation: it ends when the last clause was heard or cut.
 */
export function createGenerating(
  { generator, signal, answer, note, begins, spoke }: PerformOptions,
  { speak }: ReturnType<typeof createSpeeches>,
) {
  const generations = new Map<string, Generation>()
  let summary: Generated['summary']

  function generate({ id, request }: EffectOf<'generate'>) {
    const { language } = request
    const { interruptible, voice } = request.speaking
    const generation: Generation = { ended: new AbortController(), clauses: [] }
    generations.set(id, generation)
    const { ended, clauses } = generation

    const onClause = (text: string) => {
      if (ended.signal.aborted || signal.aborted) return
      const isFirst = clauses.length === 0
      const clauseId = `${id}/${clauses.length + 1}`
      if (isFirst) begins(id)
      const spoken = new Promise<SpeechResult>((resolve) => {
        speak({ id: clauseId, text, language, interruptible, voice }, (result) => {
          if (isFirst) spoke(id, result)
          // Whoever interrupts does not want the rest.
          if (!result.completed) ended.abort()
          resolve(result)
        })
      })
      clauses.push({ id: clauseId, spoken })
    }

    generator
      .generate(request, { signal: AbortSignal.any([signal, ended.signal]), onClause })
      .catch((error: unknown) => notGenerated(failureCodeOf(error, 'MODEL_FAILED')))
      .then((result) => {
        for (const one of result.notes ?? []) {
          const [code = '', detail] = one.split(' ')
          note(code, detail)
        }
        answer({ type: 'generated', effectId: id, result: summary ? { ...result, summary } : result })
        summary = undefined
        return generator.summarise(request, signal)
      })
      .then((made) => {
        summary = made
      })
      .catch((error: unknown) => note('SUMMARY_FAILED', failureCodeOf(error, 'MODEL_FAILED')))
  }

  return {
    generate,

    /** The end of words that are being said already; undefined when nothing was begun in this process. */
    rest({ begun, text }: EffectOf<'say'>): Promise<SpeechResult> | undefined {
      const generation = begun === undefined ? undefined : generations.get(begun)
      if (!generation || generation.clauses.length === 0) return undefined
      return Promise.all(generation.clauses.map(({ spoken }) => spoken)).then((results) => {
        const cut = results.findIndex(({ completed }) => !completed)
        const failure = results.find((result) => result.failure)?.failure
        const { firstAudioAt, firstFrameAt } = results[0] ?? {}
        if (cut === -1) return { completed: true, heard: text, firstAudioAt, firstFrameAt }
        const heard = results.slice(0, cut + 1).map((result) => result.heard)
        return { completed: false, heard: heard.join(' ').trim(), firstAudioAt, firstFrameAt, ...(failure ? { failure } : {}) }
      })
    },

    /** Ends the requests the flow no longer waits for; the ids of the clauses it still does wait for. */
    keep(awaited: readonly { id: string; type: string; begun?: string }[]): string[] {
      const kept: string[] = []
      for (const [id, { ended, clauses }] of generations) {
        const writes = awaited.some((effect) => effect.id === id)
        const speaks = awaited.some((effect) => effect.begun === id)
        if (writes || speaks) kept.push(...clauses.map((clause) => clause.id))
        else {
          ended.abort()
          generations.delete(id)
        }
      }
      return kept
    },
  }
}

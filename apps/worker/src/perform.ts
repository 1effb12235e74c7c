import type { CallEvent, EffectOf, EffectType, FailureStage } from '@parley/flow-runtime'
import type { UnderstandingEngine } from '@parley/understanding'
import { failureCodeOf } from './failure-code.ts'
import type { Journal } from './journal-writer.ts'
import { type Tools, toolWrites } from './tools-port.ts'
import type { SpeechResult, VoicePort } from './voice-port.ts'
import { TooLate, within } from './within.ts'

const understandingDeadlineMs = 8_000
const toolDeadlineMs = 10_000
/** A write waits this long at most for the journal; a database that is gone fails the tool anyway. */
const journalDeadlineMs = 1_000
const hangUpDeadlineMs = 5_000

/** An event without its instant, as an effect answers it. */
export type Answer = CallEvent extends infer E ? (E extends CallEvent ? Omit<E, 'at'> : never) : never

export type PerformOptions = {
  callId: string
  port: VoicePort
  understand: UnderstandingEngine
  tools: Tools
  journal: Journal
  /** Aborted when the call is over. */
  signal: AbortSignal
  answer: (answer: Answer) => void
  note: (code: string, detail?: string) => void
  spoke: (effectId: string, result: SpeechResult) => void
}

export type Performers = { [T in EffectType]: (effect: EffectOf<T>) => void }

/** How each effect is performed on the ports of one call. Performers return at once; answers come back as events. */
export function createPerformers(options: PerformOptions) {
  const { callId, port, understand, tools, journal, signal, answer, note } = options
  const speeches = new Map<string, Promise<void>>()
  const failed = (stage: FailureStage, code: string) => answer({ type: 'providerFailed', stage, code })

  const speak = (speech: Parameters<VoicePort['say']>[0], finished: (result: SpeechResult) => void) => {
    const speaking = port
      .say(speech)
      .catch((error: unknown): SpeechResult => {
        return { completed: false, heard: '', failure: { stage: 'synthesis', code: failureCodeOf(error, 'SYNTHESIS_FAILED') } }
      })
      .then((result) => {
        speeches.delete(speech.id)
        finished(result)
      })
    speeches.set(speech.id, speaking)
  }

  /** Everything said so far was played out, interrupted or has failed. */
  const quiet = () => Promise.all(speeches.values())

  const useTool = async ({ id, tool, input }: EffectOf<'callTool'>) => {
    if (toolWrites[tool]) await journal.flushed(journalDeadlineMs)
    if (signal.aborted) return
    try {
      const result = await within(tools.call(tool, input, `${callId}:${id}`), toolDeadlineMs, 'TOOL_TIMEOUT')
      answer({ type: 'toolFinished', effectId: id, outcome: 'ok', result })
    } catch (error) {
      const code = failureCodeOf(error, 'TOOL_FAILED')
      note('TOOL_FAILED', `${tool} ${code}`)
      answer({ type: 'toolFinished', effectId: id, outcome: error instanceof TooLate ? 'timeout' : 'error', result: { code } })
    }
  }

  const table: Performers = {
    say: (effect) =>
      speak(effect, (result) => {
        options.spoke(effect.id, result)
        if (result.failure) failed(result.failure.stage, result.failure.code)
        answer({ type: 'speechFinished', effectId: effect.id, completed: result.completed, heard: result.heard })
      }),

    listen: ({ id, language, timeoutMs, expectation }) => port.listen({ id, language, timeoutMs, expectation }),

    understand: ({ id, request }) => {
      within(understand.understand(request, signal), understandingDeadlineMs, 'UNDERSTANDING_TIMEOUT').then(
        (result) => answer({ type: 'understood', effectId: id, result }),
        (error: unknown) => failed('understanding', failureCodeOf(error, 'UNDERSTANDING_FAILED')),
      )
    },

    callTool: (effect) => void useTool(effect),

    transfer: ({ id, to }) => {
      quiet()
        .then(() => port.transfer(to))
        .catch((error: unknown) => {
          note('TRANSFER_FAILED', failureCodeOf(error, 'TRANSFER_FAILED'))
          return 'failed' as const
        })
        .then((outcome) => answer({ type: 'transferFinished', effectId: id, outcome }))
    },

    hangUp: () => {
      quiet()
        .then(() => within(port.hangUp(), hangUpDeadlineMs, 'HANG_UP_TIMEOUT'))
        .catch((error: unknown) => note('HANG_UP_FAILED', failureCodeOf(error, 'HANG_UP_FAILED')))
        .then(() => answer({ type: 'hungUp', by: 'agent' }))
    },
  }

  /** Generic over the effect's type, so that the compiler sees that effect and performer belong together. */
  const perform = <T extends EffectType>(effect: { [K in T]: EffectOf<K> & { type: K } }[T]) => table[effect.type](effect)

  return { perform, speak, speaking: () => [...speeches.keys()] }
}

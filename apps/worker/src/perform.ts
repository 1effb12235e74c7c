import type { CallEvent, EffectOf, EffectType, FailureStage, Language } from '@parley/flow-runtime'
import type { Generator, UnderstandingEngine } from '@parley/understanding'
import { failureCodeOf } from './failure-code.ts'
import type { Journal } from './journal-writer.ts'
import { createGenerating } from './performing/generating.ts'
import { createOutsideCalls } from './performing/outside-calls.ts'
import { createSpeeches } from './performing/speeches.ts'
import { createWaits } from './performing/waits.ts'
import type { Records } from './records-port.ts'
import type { Secrets } from './secrets.ts'
import type { Tasks } from './tasks-port.ts'
import type { Tools } from './tools-port.ts'
import type { SpeechResult, VoicePort } from './voice-port.ts'
import { TooLate, within } from './within.ts'

const understandingDeadlineMs = 8_000
const hangUpDeadlineMs = 5_000
/** What a transfer may take beyond its own time before the line counts as not answering; a warm one has a briefing and an answer to it. */
const transferGraceMs = { cold: 5_000, refer: 5_000, warm: 90_000 }

/** An event without its instant, as an effect answers it. */
export type Answer = CallEvent extends infer E ? (E extends CallEvent ? Omit<E, 'at'> : never) : never

export type PerformOptions = {
  callId: string
  port: VoicePort
  understand: UnderstandingEngine
  generator: Generator
  tools: Tools
  tasks: Tasks
  records: Records
  secrets: Secrets
  journal: Journal
  /** Aborted when the call is over. */
  signal: AbortSignal
  answer: (answer: Answer) => void
  note: (code: string, detail?: string) => void
  /** Of the call now. */
  language: () => Language
  /** Words of this effect begin to be spoken, before the flow knows them. */
  begins: (effectId: string) => void
  spoke: (effectId: string, result: SpeechResult) => void
}

export type Performers = { [T in EffectType]: (effect: EffectOf<T>) => void }

/** How each effect is performed on the ports of one call. Performers return at once; answers come back as events. */
export function createPerformers(options: PerformOptions) {
  const { callId, port, understand, records, signal, answer, note } = options
  const speeches = createSpeeches(port)
  const { speak, quiet, running } = speeches
  const generating = createGenerating(options, speeches)
  const { useTool, startTask } = createOutsideCalls(options)
  const waits = createWaits(signal)
  const failed = (stage: FailureStage, code: string) => answer({ type: 'providerFailed', stage, code })

  const table: Performers = {
    say: (effect) => {
      const finished = (result: SpeechResult) => {
        options.spoke(effect.id, result)
        if (result.failure) failed(result.failure.stage, result.failure.code)
        answer({ type: 'speechFinished', effectId: effect.id, completed: result.completed, heard: result.heard })
      }
      const rest = generating.rest(effect)
      if (rest) void rest.then(finished)
      else speak(effect, finished)
    },

    listen: (effect) => port.listen(effect),

    understand: ({ id, request }) => {
      within(understand.understand(request, signal), understandingDeadlineMs, 'UNDERSTANDING_TIMEOUT').then(
        (result) => answer({ type: 'understood', effectId: id, result }),
        (error: unknown) => failed('understanding', failureCodeOf(error, 'UNDERSTANDING_FAILED')),
      )
    },

    generate: generating.generate,

    callTool: (effect) => void useTool(effect),

    startTask: (effect) => void startTask(effect),

    transfer: ({ id, to, mode, briefing, timeoutMs }) => {
      const wanted = { id, to, mode, briefing, timeoutMs, language: options.language() }
      quiet()
        .then(() => within(port.transfer(wanted), timeoutMs + transferGraceMs[mode], 'TRANSFER_TIMEOUT'))
        .catch((error: unknown) => {
          note('TRANSFER_FAILED', failureCodeOf(error, 'TRANSFER_FAILED'))
          return error instanceof TooLate ? ('noAnswer' as const) : ('failed' as const)
        })
        .then((outcome) => answer({ type: 'transferFinished', effectId: id, outcome }))
    },

    setLanguage: ({ to }) => port.setLanguage(to),

    record: ({ id, entry }) => {
      records(entry, `${callId}:${id}`).then(
        () => note('RECORD_KEPT', `${id} ${entry.what}`),
        (error: unknown) => note('RECORD_FAILED', `${id} ${entry.what} ${failureCodeOf(error, 'RECORD_FAILED')}`),
      )
    },

    sendKeys: ({ keys }) => {
      quiet()
        .then(() => port.sendKeys(keys))
        .catch((error: unknown) => note('KEYS_NOT_SENT', failureCodeOf(error, 'KEYS_NOT_SENT')))
    },

    wait: ({ id, ms }) => waits.start(id, ms, () => answer({ type: 'waitFinished', effectId: id })),

    hangUp: () => {
      quiet()
        .then(() => within(port.hangUp(), hangUpDeadlineMs, 'HANG_UP_TIMEOUT'))
        .catch((error: unknown) => note('HANG_UP_FAILED', failureCodeOf(error, 'HANG_UP_FAILED')))
        .then(() => answer({ type: 'hungUp', by: 'agent' }))
    },
  }

  /** Generic over the effect's type, so that the compiler sees that effect and performer belong together. */
  const perform = <T extends EffectType>(effect: { [K in T]: EffectOf<K> & { type: K } }[T]) => table[effect.type](effect)

  return { perform, speak, speaking: running, keepWaits: waits.keep, keepGenerations: generating.keep }
}

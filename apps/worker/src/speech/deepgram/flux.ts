import { DeepgramClient } from '@deepgram/sdk'
import type { Expectation } from '@parley/flow-runtime'
import { openStream } from '../line/stream.ts'
import type { ProviderTurn, Recogniser } from '../recogniser.ts'
import { SpeechError } from '../speech-error.ts'
import { type FluxArgs, type FluxMessage, fluxSocket } from './flux-socket.ts'
import { mostKeyterms, spokenLanguage } from './nova.ts'

type FluxConfig = { apiKey: string; url?: string; model?: string }

type Thresholds = Pick<FluxArgs, 'eot_threshold' | 'eager_eot_threshold' | 'eot_timeout_ms'>

/**
 * How sure Flux must be that the turn has ended, and when it ends it by silence alone (milliseconds). Ranges: 0.5 to 0.9, 500 to 10,000
 * (developers.deepgram.com/docs/flux/configuration). Answers of one word end early, dictated ones late.
 */
const short: Thresholds = { eot_threshold: 0.5, eager_eot_threshold: 0.3, eot_timeout_ms: 1_500 }
const usual: Thresholds = { eot_threshold: 0.7, eager_eot_threshold: 0.4, eot_timeout_ms: 3_000 }
const long: Thresholds = { eot_threshold: 0.85, eager_eot_threshold: 0.5, eot_timeout_ms: 5_000 }

const byKind: Partial<Record<Expectation['kind'], Thresholds>> = { yesNo: short, boolean: short, choice: short }
const thresholdsOf = ({ kind, patience }: Expectation): Thresholds => (patience ? { short, long }[patience] : (byKind[kind] ?? usual))

const kinds: Record<string, ProviderTurn['kind']> = {
  StartOfTurn: 'began',
  Update: 'began',
  EagerEndOfTurn: 'eager',
  TurnResumed: 'resumed',
  EndOfTurn: 'ended',
}

/** Streaming recognition with Deepgram's Flux (`/v2/listen`), which hears the ends of turns itself. */
export function createFluxRecogniser({ apiKey, url, model }: FluxConfig): Recogniser {
  const client = new DeepgramClient({ apiKey, baseUrl: url })
  return {
    open({ language, languages = [language], expectation, sampleRate, isLast = true }, handlers) {
      const isEnglish = languages.every((one) => one === 'en') && language === 'en'
      const args: FluxArgs = {
        model: model ?? (isEnglish ? 'flux-general-en' : 'flux-general-multi'),
        encoding: 'linear16',
        sample_rate: sampleRate,
        keyterm: expectation.hints.slice(0, mostKeyterms),
        ...(isEnglish ? {} : { language_hint: [...new Set([language, ...languages])] }),
        ...thresholdsOf(expectation),
      }
      return openStream(
        {
          asksEarly: false,
          turns: true,
          sampleRate,
          renews: true,
          isLast,
          socket: () => fluxSocket(client, args),
          read(message) {
            if (message.type === 'Error') return { failure: new SpeechError('recognition', 'BROKEN', message.code) }
            const turn = turnOf(message)
            if (turn) handlers.onTurn?.(turn)
            const isOver = turn?.kind === 'ended'
            return { isProgress: isOver, isOver }
          },
        },
        handlers,
      )
    },
  }
}

function turnOf(message: Extract<FluxMessage, { type: 'TurnInfo' }>): ProviderTurn | undefined {
  const kind = kinds[message.event]
  if (!kind) return undefined
  const confidences = message.words.map(({ confidence }) => confidence)
  const confidence = confidences.length === 0 ? 0 : confidences.reduce((sum, one) => sum + one, 0) / confidences.length
  const spoken = spokenLanguage(message.languages)
  return { kind, text: message.transcript.trim(), confidence, ...(spoken ? { language: spoken } : {}) }
}

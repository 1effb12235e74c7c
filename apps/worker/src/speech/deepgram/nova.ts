import { DeepgramClient } from '@deepgram/sdk'
import { type Language, language as languageCode } from '@parley/flow-runtime'
import { openStream } from '../line/stream.ts'
import type { Recogniser, Transcript } from '../recogniser.ts'
import { type NovaResults, novaSocket } from './nova-socket.ts'

/** Deepgram takes up to 100 key terms of 500 tokens in all. */
export const mostKeyterms = 100

type NovaConfig = {
  apiKey: string
  model: string
  /** Where another server speaks the same protocol. */
  url?: string
  /** An engine on this machine hears the whole utterance anew for every interim message and every time it is asked again; the vendor does not. */
  isLocal: boolean
}

/** Streaming recognition with Deepgram's `/v1/listen`. */
export function createNovaRecogniser(config: NovaConfig): Recogniser {
  const client = new DeepgramClient({ apiKey: config.apiKey, baseUrl: config.url })
  return {
    open({ language, languages = [], expectation, sampleRate, isLast = true }, handlers) {
      const isMixed = !config.isLocal && languages.some((other) => other !== language)
      const args = {
        model: config.model,
        language: isMixed ? 'multi' : language,
        encoding: 'linear16',
        sample_rate: sampleRate,
        channels: 1,
        interim_results: config.isLocal ? 'false' : 'true',
        punctuate: 'true',
        smart_format: 'true',
        endpointing: 'false',
        keyterm: expectation.hints.slice(0, mostKeyterms),
        extra: `expect:${expectation.kind}`,
        queryParams: { no_delay: 'true' },
      } as const
      return openStream(
        {
          asksEarly: !config.isLocal,
          turns: false,
          sampleRate,
          renews: !config.isLocal,
          isLast,
          socket: () => novaSocket(client, args),
          read(results) {
            handlers.onTranscript(transcriptOf(results))
            return { isProgress: results.is_final, isAnswer: results.from_finalize }
          },
        },
        handlers,
      )
    },
  }
}

function transcriptOf(results: NovaResults): Transcript {
  const best = results.channel.alternatives[0]
  const spoken = spokenLanguage(best?.languages)
  return {
    text: best?.transcript.trim() ?? '',
    confidence: best?.confidence ?? 0,
    isFinal: results.is_final,
    settled: results.is_final && (results.speech_final || results.from_finalize),
    ...(spoken ? { language: spoken } : {}),
  }
}

/** The first of the languages the vendor names (dominant first, `en-US` or `en`) that is one of ours. */
export function spokenLanguage(named: readonly string[] = []): Language | undefined {
  return named.map((name) => languageCode.safeParse(name.slice(0, 2).toLowerCase()).data).find((known) => known !== undefined)
}

import { DeepgramClient } from '@deepgram/sdk'
import type { Recogniser } from '../recogniser.ts'
import { openStream } from './stream.ts'

/** Deepgram takes up to 100 key terms of 500 tokens in all. */
const mostKeyterms = 100

type DeepgramConfig = {
  apiKey: string
  model: string
  /** Where another server speaks the same protocol. */
  url?: string
  /** An engine on this machine hears the whole utterance anew for every interim message and every time it is asked again; the vendor does not. */
  isLocal: boolean
}

/** Streaming recognition with Deepgram's `listen`. */
export function createDeepgramRecogniser(config: DeepgramConfig): Recogniser {
  const client = new DeepgramClient({ apiKey: config.apiKey, baseUrl: config.url })
  return {
    asksEarly: !config.isLocal,
    turns: false,
    open({ language, expectation, sampleRate }, handlers) {
      return openStream(
        client,
        {
          model: config.model,
          language,
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
        },
        { sampleRate, renews: !config.isLocal },
        handlers,
      )
    },
  }
}

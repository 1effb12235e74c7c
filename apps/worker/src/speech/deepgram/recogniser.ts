import { DeepgramClient } from '@deepgram/sdk'
import type { Recogniser } from '../recogniser.ts'
import { openStream } from './stream.ts'

/** Deepgram takes up to 100 key terms of 500 tokens in all. */
const mostKeyterms = 100

/** Streaming recognition with Deepgram's `listen`; `url` is where another server speaks the same protocol. */
export function createDeepgramRecogniser(config: { apiKey: string; model: string; url?: string; interim: boolean }): Recogniser {
  const client = new DeepgramClient({ apiKey: config.apiKey, baseUrl: config.url })
  return {
    open({ language, expectation, sampleRate }, handlers) {
      return openStream(
        client,
        {
          model: config.model,
          language,
          encoding: 'linear16',
          sample_rate: sampleRate,
          channels: 1,
          interim_results: config.interim ? 'true' : 'false',
          punctuate: 'true',
          smart_format: 'true',
          endpointing: 'false',
          keyterm: expectation.hints.slice(0, mostKeyterms),
          extra: `expect:${expectation.kind}`,
          queryParams: { no_delay: 'true' },
        },
        sampleRate,
        handlers,
      )
    },
  }
}

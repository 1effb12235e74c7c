import type { Heard } from '../recognition/listener.ts'
import type { Hypothesis } from '../recognition/segmentation.ts'

export const MODEL = { name: 'pocketsphinx-en-us', version: '5prealpha', arch: 'pocketsphinx' }
export const MODEL_ID = '5b1c9f9e-3f5b-4f39-9f1f-6d1f4c1d2a10'

const seconds = (ms: number) => Math.round(ms) / 1000

/** Deepgram's alternative: transcript, confidence, words with times in seconds. */
export function alternative(hypothesis: Hypothesis) {
  return {
    transcript: hypothesis.words.map(({ word }) => word).join(' '),
    confidence: hypothesis.confidence,
    words: hypothesis.words.map(({ word, startMs, endMs, confidence }) => ({
      word,
      start: seconds(startMs),
      end: seconds(endMs),
      confidence,
      punctuated_word: word,
    })),
  }
}

export function results(requestId: string, heard: Heard, flags: { is_final: boolean; speech_final: boolean; from_finalize: boolean }) {
  return {
    type: 'Results',
    channel_index: [0, 1],
    duration: seconds(heard.endMs - heard.startMs),
    start: seconds(heard.startMs),
    ...flags,
    channel: { alternatives: [alternative(heard)] },
    metadata: { request_id: requestId, model_info: MODEL, model_uuid: MODEL_ID },
  }
}

export const speechStarted = (atMs: number) => ({ type: 'SpeechStarted', channel: [0, 1], timestamp: seconds(atMs) })
export const utteranceEnd = (lastWordEndMs: number) => ({ type: 'UtteranceEnd', channel: [0, 1], last_word_end: seconds(lastWordEndMs) })

export function metadata(requestId: string, durationMs: number, sha256: string, extra: Record<string, string>) {
  const created = new Date().toISOString()
  const models = { models: [MODEL_ID], model_info: { [MODEL_ID]: MODEL } }
  return {
    type: 'Metadata',
    transaction_key: 'deprecated',
    request_id: requestId,
    sha256,
    created,
    duration: seconds(durationMs),
    channels: 1,
    ...models,
    extra,
  }
}

/** Deepgram's error body. */
export const deepgramError = (code: string, message: string, requestId: string) => ({
  err_code: code,
  err_msg: message,
  request_id: requestId,
})

export const refusalCode: Record<401 | 429 | 500, [code: string, message: string]> = {
  401: ['INVALID_AUTH', 'Invalid credentials.'],
  429: ['TOO_MANY_REQUESTS', 'Too many requests. Please try again later.'],
  500: ['INTERNAL_SERVER_ERROR', 'Internal server error.'],
}

import { createHash, randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSoundHead } from './sound-head.ts'

/** What the vendor is to hear: words of one channel, seconds. */
export type HeardOnChannel = { channel: number; start: number; end: number; transcript: string }

/** `drop`: the connection breaks in the middle of the answer. `garbage`: no JSON. `otherShape`: JSON of something else. */
export type TranscriptionFault =
  | 'unauthorized'
  | 'noCredit'
  | 'rateLimited'
  | 'error500'
  | 'drop'
  | 'garbage'
  | 'otherShape'
  | { slowMs: number }

export type DeepgramRecordingsStandIn = {
  /** For a provider's address, or `DEEPGRAM_URL`. */
  url: string
  /** The only key it takes. */
  apiKey: string
  /** What was asked so far, in order, also in vain. */
  requests: { query: URLSearchParams; contentType: string; bytes: number }[]
  /** How requests fail; null: they do not. `times`: only the next so many. */
  setFault(fault: TranscriptionFault | null, times?: number): void
  close(): Promise<void>
}

const refusals: Partial<Record<string, [status: number, code: string, message: string]>> = {
  unauthorized: [401, 'INVALID_AUTH', 'Invalid credentials.'],
  noCredit: [
    402,
    'ASR_PAYMENT_REQUIRED',
    'Project does not have enough credits for an ASR request and does not have an overage agreement.',
  ],
  rateLimited: [429, 'TOO_MANY_REQUESTS', 'Too many requests. Please try again later.'],
  error500: [500, 'INTERNAL_SERVER_ERROR', 'Internal server error.'],
}
const corrupt = 'Bad Request: failed to process audio: corrupt or unsupported data'
const models = /^nova-[23](-[a-z]+)?$/
const languages = /^(en|fr|multi)(-[A-Z]{2})?$/

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/**
 * Deepgram's `POST /v1/listen` for whole files, on loopback: takes Ogg Opus and WAV, refuses what the vendor refuses (key, model, language, sound),
 * and hears `heard` in every file, with as much of it as was asked for: channels, utterances, capitals and punctuation. `port` 0: any free one.
 */
export async function deepgramRecordingsStandIn(heard: readonly HeardOnChannel[], { port = 0 } = {}): Promise<DeepgramRecordingsStandIn> {
  const apiKey = 'stand-in-key'
  const requests: DeepgramRecordingsStandIn['requests'] = []
  let fault: TranscriptionFault | null = null
  let times = Number.POSITIVE_INFINITY

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const body = Buffer.concat(parts)
    const query = url.searchParams
    const refuse = (status: number, err_code: string, err_msg: string) =>
      answerJson(response, status, { err_code, err_msg, request_id: randomUUID() })
    if (request.method !== 'POST' || url.pathname !== '/v1/listen') return refuse(404, 'NOT_FOUND', 'Not found.')
    requests.push({ query, contentType: request.headers['content-type'] ?? '', bytes: body.length })
    if (request.headers.authorization !== `Token ${apiKey}`) return refuse(401, 'INVALID_AUTH', 'Invalid credentials.')

    const current = times > 0 ? fault : null
    times -= 1
    const refusal = typeof current === 'string' ? refusals[current] : undefined
    if (refusal) return refuse(...refusal)
    if (current !== null && typeof current === 'object') await sleep(current.slowMs)
    if (!models.test(query.get('model') ?? '') || !languages.test(query.get('language') ?? 'en'))
      return refuse(400, 'Bad Request', 'Bad Request: No such model/language/tier combination found.')
    const head = readSoundHead(body)
    if (!head) return refuse(400, 'Bad Request', corrupt)
    if (current === 'otherShape') return answerJson(response, 200, { request_id: randomUUID() })
    const answer = JSON.stringify(answerOf(heard, query, { ...head, sha256: createHash('sha256').update(body).digest('hex') }))
    response.writeHead(200, { 'content-type': 'application/json' })
    if (current === 'garbage') return response.end(answer.slice(0, answer.length >> 1))
    if (current === 'drop') return response.write(answer.slice(0, answer.length >> 1), () => response.destroy())
    response.end(answer)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    apiKey,
    requests,
    setFault: (next, howOften = Number.POSITIVE_INFINITY) => {
      fault = next
      times = howOften
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answerOf(heard: readonly HeardOnChannel[], query: URLSearchParams, file: { channels: number; seconds: number; sha256: string }) {
  const asked = (name: string) => query.get(name) === 'true'
  const channels = asked('multichannel') ? file.channels : 1
  const written = (text: string) =>
    asked('punctuate') || asked('smart_format') ? text : text.toLowerCase().replace(/[^\p{L}\p{N}' ]/gu, '')
  const wordsOf = ({ transcript, start, end }: HeardOnChannel) => {
    const words = transcript.split(' ')
    const each = (end - start) / words.length
    return words.map((word, index) => ({
      word: word.toLowerCase().replace(/[^\p{L}\p{N}']/gu, ''),
      start: start + index * each,
      end: start + (index + 1) * each,
      confidence: 0.97,
      ...(asked('punctuate') ? { punctuated_word: word } : {}),
    }))
  }
  const on = (channel: number) => heard.filter((one) => channels === 1 || one.channel === channel)
  const model = randomUUID()
  return {
    metadata: {
      ...{ transaction_key: 'deprecated', request_id: randomUUID(), sha256: file.sha256, created: new Date().toISOString() },
      ...{ duration: file.seconds, channels, models: [model] },
      model_info: { [model]: { name: 'general-nova-3', version: '2025-04-17.21547', arch: 'nova-3' } },
    },
    results: {
      channels: Array.from({ length: channels }, (_, channel) => ({
        alternatives: [
          {
            transcript: written(
              on(channel)
                .map(({ transcript }) => transcript)
                .join(' '),
            ),
            confidence: 0.97,
            words: on(channel).flatMap(wordsOf),
          },
        ],
      })),
      // Channel after channel, not by time.
      ...(asked('utterances')
        ? {
            utterances: Array.from({ length: channels }, (_, channel) =>
              on(channel).map((one) => ({
                ...{ start: one.start, end: one.end, confidence: 0.97, channel, id: randomUUID() },
                ...{ transcript: written(one.transcript), words: wordsOf(one) },
              })),
            ).flat(),
          }
        : {}),
    },
  }
}

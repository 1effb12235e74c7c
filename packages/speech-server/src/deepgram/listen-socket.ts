import { createHash, randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { createResampler } from '@parley/audio'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { createListener, type Heard } from '../recognition/listener.ts'
import { type Grammar, RECOGNITION_RATE, type Recogniser } from '../recognition/pocketsphinx.ts'
import { createDelayLine } from '../sessions/delay-line.ts'
import { openSocketOutlet } from '../sessions/socket-outlet.ts'
import type { Visit } from '../sessions/visit.ts'
import { metadata, results, speechStarted, utteranceEnd } from './messages.ts'
import type { ListenQuery } from './query.ts'

const control = z.object({ type: z.enum(['KeepAlive', 'Finalize', 'CloseStream']) })

/** Without audio or KeepAlive for this long Deepgram closes with NET-0001. */
const IDLE_MS = 10_000

/** Serves one `WS /v1/listen`: binary audio in, Deepgram's messages out. */
export function serveListenSocket(
  recogniser: Recogniser,
  grammar: Promise<Grammar>,
  socket: WebSocket,
  raw: Duplex,
  query: ListenQuery,
  visit: Visit,
): void {
  const requestId = randomUUID()
  const resampler = createResampler(query.sampleRate, RECOGNITION_RATE, 'recording')
  const digest = createHash('sha256')
  let utteranceEndTimer: NodeJS.Timeout | undefined
  const outlet = openSocketOutlet(socket, raw, visit)
  const later = createDelayLine(visit)
  let speakingSinceMs: number | null = null

  const send = (message: object) => later(() => outlet.send(message))
  const fail = (error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return
    visit.counters.lastError = 'recogniser failed'
    send({ type: 'Error', err_code: 'DATA-0000', err_msg: 'The recogniser failed on this audio.', request_id: requestId })
    later(() => outlet.close(1011, 'NET-0000'))
  }
  const listener = createListener({
    decode: async (samples, signal) => recogniser.decode(await grammar, samples, signal),
    endpointingMs: query.endpointingMs,
    interim: query.interimResults,
    onSpeechStarted: (atMs) => {
      speakingSinceMs = atMs
      clearTimeout(utteranceEndTimer)
      if (query.vadEvents) send(speechStarted(atMs))
    },
    onInterim: (heard) => send(results(requestId, heard, { is_final: false, speech_final: false, from_finalize: false })),
    onFinal: (heard, reason) => {
      if (speakingSinceMs !== null) outlet.spoken(Number.POSITIVE_INFINITY)
      speakingSinceMs = null
      send(results(requestId, heard, { is_final: true, speech_final: reason !== 'length', from_finalize: reason === 'finalize' }))
      awaitUtteranceEnd(heard)
    },
    onFailure: fail,
  })
  const awaitUtteranceEnd = (heard: Heard) => {
    const lastWordEndMs = heard.words.at(-1)?.endMs
    if (query.utteranceEndMs === null || lastWordEndMs === undefined) return
    const passedMs = listener.positionMs() - lastWordEndMs
    clearTimeout(utteranceEndTimer)
    utteranceEndTimer = setTimeout(() => send(utteranceEnd(lastWordEndMs)), Math.max(0, query.utteranceEndMs - passedMs))
  }
  const closeStream = async () => {
    if (listener.hasUtterance()) await listener.finalize()
    await listener.settled()
    send(metadata(requestId, listener.positionMs(), digest.digest('hex'), query.extra))
    later(() => outlet.close(1000))
  }

  const expire = () => outlet.close(1011, 'NET-0001')
  let idle = setTimeout(expire, IDLE_MS)
  grammar.catch(fail)

  socket.on('message', (data, isBinary) => {
    clearTimeout(idle)
    idle = setTimeout(expire, IDLE_MS)
    const bytes = Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)
    if (isBinary) {
      digest.update(bytes)
      listener.push(resampler.next(query.decodeAudio(bytes)))
      if (speakingSinceMs !== null) outlet.spoken(listener.positionMs() - speakingSinceMs)
      return
    }
    const message = parse(bytes.toString())
    if (message === 'Finalize') listener.finalize()
    else if (message === 'CloseStream') closeStream()
    else if (message === null) socket.close(1008, 'DATA-0000')
  })
  socket.on('close', () => {
    clearTimeout(idle)
    clearTimeout(utteranceEndTimer)
    listener.close()
  })
}

function parse(text: string): z.output<typeof control>['type'] | null {
  try {
    return control.safeParse(JSON.parse(text)).data?.type ?? null
  } catch {
    return null
  }
}

import { createHash, randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { createResampler } from '../audio/resampler.ts'
import type { Fault } from '../faults.ts'
import { createListener, type Heard } from '../recognition/listener.ts'
import { type Grammar, RECOGNITION_RATE, type Recogniser } from '../recognition/pocketsphinx.ts'
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
  query: ListenQuery,
  fault: Fault | null,
): void {
  const requestId = randomUUID()
  const resampler = createResampler(query.sampleRate, RECOGNITION_RATE)
  const digest = createHash('sha256')
  let utteranceEndTimer: NodeJS.Timeout | undefined
  let finals = 0

  const send = (message: object) => {
    if (fault?.kind === 'hang') return
    const deliver = () => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
    }
    if (fault?.kind === 'slowMs') setTimeout(deliver, fault.ms)
    else deliver()
  }
  const fail = (error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return
    send({ type: 'Error', err_code: 'DATA-0000', err_msg: 'The recogniser failed on this audio.', request_id: requestId })
    socket.close(1011, 'NET-0000')
  }
  const listener = createListener({
    decode: async (samples, signal) => recogniser.decode(await grammar, samples, signal),
    endpointingMs: query.endpointingMs,
    interim: query.interimResults,
    onSpeechStarted: (atMs) => {
      clearTimeout(utteranceEndTimer)
      if (query.vadEvents) send(speechStarted(atMs))
    },
    onInterim: (heard) => {
      send(results(requestId, heard, { is_final: false, speech_final: false, from_finalize: false }))
      if (fault?.kind === 'half') socket.close(1011)
    },
    onFinal: (heard, reason) => {
      if (fault?.kind === 'half' && ++finals >= 1) return socket.close(1011)
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
    if (fault?.kind !== 'hang') socket.close(1000)
  }

  const expire = () => socket.close(1011, 'NET-0001')
  let idle = setTimeout(expire, IDLE_MS)
  let dropTimer: NodeJS.Timeout | undefined
  if (fault?.kind === 'dropAfterMs') dropTimer = setTimeout(() => socket.terminate(), fault.ms)
  grammar.catch(fail)

  socket.on('message', (data, isBinary) => {
    clearTimeout(idle)
    idle = setTimeout(expire, IDLE_MS)
    const bytes = Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)
    if (isBinary) {
      digest.update(bytes)
      listener.push(resampler.push(query.decodeAudio(bytes)))
      return
    }
    const message = parse(bytes.toString())
    if (message === 'Finalize') listener.finalize()
    else if (message === 'CloseStream') closeStream()
    else if (message === null) socket.close(1008, 'DATA-0000')
  })
  socket.on('close', () => {
    clearTimeout(idle)
    clearTimeout(dropTimer)
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

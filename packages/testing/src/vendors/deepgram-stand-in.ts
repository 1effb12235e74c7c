import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { createKnownUtterances } from './known-utterances.ts'
import type { VendorDelays } from './vendor-stand-in.ts'

const control = z.object({ type: z.enum(['KeepAlive', 'Finalize', 'CloseStream']) })
const interimEveryMs = 100

/** Serves one `WS /v1/listen` with 16 kHz linear audio: interim results while words come, a final one when asked. */
export function serveListen(socket: WebSocket, known: ReturnType<typeof createKnownUtterances>, delays: () => VendorDelays): void {
  const stream = known.listen()
  const openedAt = performance.now()
  const requestId = randomUUID()
  let interimAt = 0
  let interim = ''
  /** When the sample at a position arrived: the stream may be sent faster than real time. */
  const arrivals: { positionMs: number; at: number }[] = []
  const arrivedAt = (positionMs: number) => arrivals.find((arrival) => arrival.positionMs >= positionMs)?.at ?? performance.now()

  const send = (text: string, flags: object, wordsAt: number, language?: string) => {
    const { recognitionMs, jitterMs } = delays()
    const dueAt = arrivedAt(wordsAt) + recognitionMs + Math.random() * jitterMs
    const message = JSON.stringify({
      type: 'Results',
      channel_index: [0, 1],
      duration: 1,
      start: 0,
      is_final: false,
      speech_final: false,
      ...flags,
      channel: {
        alternatives: [{ transcript: text, confidence: text ? 0.95 : 0, words: [], ...(language ? { languages: [language] } : {}) }],
      },
      metadata: { request_id: requestId, model_uuid: requestId, model_info: { name: 'stand-in', version: '1', arch: 'stand-in' } },
    })
    const deliver = () => {
      if (socket.readyState === socket.OPEN) socket.send(message)
    }
    const wait = dueAt - performance.now()
    if (wait > 1) setTimeout(deliver, wait)
    else deliver()
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) {
      const samples = new Int16Array(data.byteLength >> 1)
      new Uint8Array(samples.buffer).set(data.subarray(0, samples.byteLength))
      stream.push(samples)
      arrivals.push({ positionMs: stream.positionMs(), at: performance.now() })
      if (arrivals.length > 1_000) arrivals.splice(0, 500)
      if (stream.positionMs() - interimAt < interimEveryMs || !stream.isHearing()) return
      interimAt = stream.positionMs()
      const { text, endsAt, language } = stream.words()
      if (text === '' || text === interim) return
      interim = text
      return send(text, {}, endsAt, language)
    }
    const parsed = control.safeParse(JSON.parse(String(data)))
    if (!parsed.success || parsed.data.type === 'KeepAlive') return
    const { text, endsAt, language } = stream.words()
    stream.settle()
    interim = ''
    send(text, { is_final: true, from_finalize: true }, text ? endsAt : stream.positionMs(), language)
    if (parsed.data.type === 'CloseStream') {
      socket.send(
        JSON.stringify({
          type: 'Metadata',
          transaction_key: 'deprecated',
          request_id: requestId,
          sha256: '',
          created: new Date(Date.now() - (performance.now() - openedAt)).toISOString(),
          duration: stream.positionMs() / 1_000,
          channels: 1,
        }),
      )
      socket.close(1000)
    }
  })
}

import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'

/** A generation as `/tts/websocket` is asked for it, its parts put together. */
const part = z.object({
  context_id: z.string(),
  transcript: z.string(),
  continue: z.boolean(),
  language: z.string(),
  model_id: z.string(),
  voice: z.object({ id: z.string() }),
  output_format: z.object({ encoding: z.literal('pcm_s16le'), sample_rate: z.number() }),
  add_timestamps: z.literal(true),
})
export type CartesiaSpeech = { text: string; language: string; model: string; voiceId: string; sampleRate: number }

export type CartesiaStandIn = {
  url: string
  /** Everything that was asked of `/tts/websocket`. */
  speeches: CartesiaSpeech[]
  /** Paths with queries of all sockets, refused ones too. */
  sockets: URL[]
  /** Sockets that are open now. */
  open(): number
  close(): Promise<void>
}

export type CartesiaBehaviour = {
  /** A status to refuse the key with. */
  refuse?: number
  /** After so many words the socket drops, or nothing more comes over it. */
  failsAfter?: { words: number; how: 'drop' | 'stall' }
  /** What an error message says instead of speech. */
  deny?(speech: CartesiaSpeech): { status_code: number; error: string } | undefined
  /** Sound on `/stt/turns/websocket`: `samples` is how many came over this socket so far, `attempt` counts sockets from 1. */
  hear?(turns: CartesiaTurns, samples: number, attempt: number): void
}

export type CartesiaTurns = { tell(type: string, transcript?: string): void; drop(): void }

/** Milliseconds of a word in this stand-in's speech, and of the pause behind it. */
const wordMs = 200
const pauseMs = 50

/**
 * Cartesia's `/tts/websocket` (version 2025-04-16) and `/stt/turns/websocket` (2026-03-01) on loopback, as docs.cartesia.ai describes their
 * messages; wants their key in `X-API-Key`.
 */
export async function cartesiaStandIn(behaviour: CartesiaBehaviour = {}): Promise<CartesiaStandIn> {
  const speeches: CartesiaSpeech[] = []
  const asked: URL[] = []
  let ears = 0
  const server = createServer((_, response) => response.writeHead(404).end())
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    asked.push(url)
    const status = request.headers['x-api-key'] && request.headers['cartesia-version'] ? behaviour.refuse : 401
    if (status !== undefined) return void socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (url.pathname === '/tts/websocket') serveSpeech(opened, behaviour, speeches)
      else if (url.pathname === '/stt/turns/websocket') serveTurns(opened, behaviour, ++ears)
      else opened.close(1008)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    speeches,
    sockets: asked,
    open: () => sockets.clients.size,
    close: async () => {
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function serveSpeech(socket: WebSocket, { failsAfter, deny }: CartesiaBehaviour, speeches: CartesiaSpeech[]) {
  const texts = new Map<string, string>()
  socket.on('message', (data) => {
    const { context_id, transcript, continue: goesOn, language, model_id, voice, output_format } = part.parse(JSON.parse(String(data)))
    const text = (texts.get(context_id) ?? '') + transcript
    texts.set(context_id, text)
    if (goesOn) return
    const send = (message: object) => socket.send(JSON.stringify({ done: false, status_code: 206, context_id, ...message }))
    const rate = output_format.sample_rate
    const speech = { text: text.trim(), language, model: model_id, voiceId: voice.id, sampleRate: rate }
    speeches.push(speech)
    const denial = deny?.(speech)
    if (denial) return send({ type: 'error', done: true, ...denial })
    for (const [i, word] of speech.text.split(/\s+/).entries()) {
      if (i === failsAfter?.words) return failsAfter.how === 'drop' ? socket.terminate() : undefined
      const start = (i * (wordMs + pauseMs)) / 1_000
      send({ type: 'timestamps', word_timestamps: { words: [word], start: [start], end: [start + wordMs / 1_000] } })
      send({ type: 'chunk', data: tone(rate).toString('base64'), step_time: 1 })
    }
    send({ type: 'done', done: true, status_code: 200 })
  })
}

function tone(rate: number): Buffer {
  const samples = (rate * wordMs) / 1_000
  const pcm = Buffer.alloc((rate * (wordMs + pauseMs) * 2) / 1_000)
  for (let i = 0; i < samples; i += 1) pcm.writeInt16LE(Math.round(8_000 * Math.sin((2 * Math.PI * 300 * i) / rate)), i * 2)
  return pcm
}

function serveTurns(socket: WebSocket, { hear }: CartesiaBehaviour, attempt: number) {
  const tell = (type: string, transcript?: string) => socket.send(JSON.stringify({ type, request_id: `r${attempt}`, transcript }))
  let samples = 0
  tell('connected')
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) return socket.close(1000)
    samples += data.byteLength / 2
    hear?.({ tell, drop: () => socket.terminate() }, samples, attempt)
  })
}

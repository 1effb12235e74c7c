import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'

export type StandIn = {
  url: string
  /** Requested paths with their queries, sockets and HTTP alike. */
  requests: URL[]
  close(): Promise<void>
}

export type StandInBehaviour = {
  /** A status to refuse the socket with, 'never' to leave it waiting, or undefined to accept it. */
  refuse?(attempt: number): number | 'never' | undefined
  listen?(socket: WebSocket, attempt: number): void
  speak?(response: ServerResponse, attempt: number, request: IncomingMessage): void
}

/** For tests: a server on a free port that speaks Deepgram's and ElevenLabs' protocols as badly as told. */
export async function startStandIn(behaviour: StandInBehaviour): Promise<StandIn> {
  const requests: URL[] = []
  let spoken = 0
  const server = createServer((request, response) => {
    requests.push(new URL(request.url ?? '', 'http://stand-in'))
    spoken += 1
    request.resume()
    behaviour.speak?.(response, spoken, request)
  })
  const sockets = new WebSocketServer({ noServer: true })
  const waiting: Duplex[] = []
  let listened = 0
  server.on('upgrade', (request, socket, head) => {
    requests.push(new URL(request.url ?? '', 'http://stand-in'))
    listened += 1
    const attempt = listened
    const status = behaviour.refuse?.(attempt)
    if (status === 'never') return void waiting.push(socket)
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => behaviour.listen?.(accepted, attempt))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate()
        for (const socket of waiting) socket.destroy()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A message with a transcript as Deepgram sends it. */
export function results(transcript: string, flags: { is_final?: boolean; speech_final?: boolean; from_finalize?: boolean } = {}): string {
  return JSON.stringify({
    type: 'Results',
    channel_index: [0, 1],
    duration: 1,
    start: 0,
    is_final: true,
    ...flags,
    channel: { alternatives: [{ transcript, confidence: 0.9, words: [] }] },
    metadata: { request_id: 'r', model_uuid: 'm', model_info: { name: 'n', version: 'v', arch: 'a' } },
  })
}

/** A line of ElevenLabs' stream with timestamps: a tone over the given words, 100 ms a character. */
export function spokenLine(text: string, fromMs = 0, msPerCharacter = 100): string {
  const characters = [...text]
  const samples = (characters.length * msPerCharacter * 24_000) / 1_000
  const pcm = Buffer.alloc(samples * 2)
  for (let i = 0; i < samples; i += 1) pcm.writeInt16LE(Math.round(8_000 * Math.sin((2 * Math.PI * 300 * i) / 24_000)), i * 2)
  const startOf = (i: number) => (fromMs + i * msPerCharacter) / 1_000
  return `${JSON.stringify({
    audio_base64: pcm.toString('base64'),
    alignment: {
      characters,
      character_start_times_seconds: characters.map((_, i) => startOf(i)),
      character_end_times_seconds: characters.map((_, i) => startOf(i + 1)),
    },
    normalized_alignment: null,
  })}\n`
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  return address.port
}

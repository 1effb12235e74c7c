import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { MediaTokenUse } from '@parley/db'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import { failureCodeOf } from '../failure-code.ts'
import type { MediaCodec, MediaMessage, MediaProtocol } from './media-codec.ts'
import { addressedTo } from './media-protocols.ts'

/** A carrier says `start` at once. */
const startWithinMs = 5_000
const claimWithinMs = 10_000
const mostMessageBytes = 256 * 1_024

/** A carrier's socket that has said which stream and format it is. */
export type ArrivedSocket = { socket: WebSocket; protocol: MediaProtocol; codec: MediaCodec }

export type MediaServerOptions = {
  host: string
  port: number
  logger: Logger
  /** How many sockets are taken at once. */
  slots: number
  consumeToken(token: string): Promise<MediaTokenUse>
  /** A call's socket is here and waits to be claimed. Throws when nobody will come for it. */
  onArrival(call: { tenantId: string; callId: string }): Promise<void>
}

export type MediaServer = {
  port: number
  /** Sockets taken, from their token on to their end. */
  calls(): number
  /** Takes the socket of a call: at once when it is here, else when it comes; undefined when it does not in time. */
  claim(callId: string): Promise<ArrivedSocket | undefined>
  /** A colleague's socket, which comes here beyond the slots; until it is forgotten. */
  expect(lineId: string): { arrived: Promise<ArrivedSocket>; forget(): void }
  /** Takes no sockets any more but of colleagues; those that are there go on. */
  drain(): void
  close(): Promise<void>
}

const refusals = {
  unknown: { status: 401, code: 'MEDIA_TOKEN_UNKNOWN' },
  used: { status: 409, code: 'MEDIA_TOKEN_USED' },
  expired: { status: 410, code: 'MEDIA_TOKEN_EXPIRED' },
  full: { status: 503, code: 'MEDIA_FULL' },
  path: { status: 404, code: 'MEDIA_PATH_UNKNOWN' },
  failed: { status: 503, code: 'MEDIA_UNAVAILABLE' },
} as const
type Refusal = (typeof refusals)[keyof typeof refusals]
type Admitted = { tenantId: string; callId: string; lineId: string; protocol: MediaProtocol }

/** Listens for carriers' media sockets. Everything that can be refused is refused before the socket is one. */
export async function startMediaServer(options: MediaServerOptions): Promise<MediaServer> {
  const { logger, slots } = options
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostMessageBytes, perMessageDeflate: false })
  const arrived = new Map<string, ArrivedSocket>()
  const wanted = new Map<string, (socket: ArrivedSocket) => void>()
  const taken = new Set<object>()
  const expected = new Set<string>()
  let draining = false

  const server = createServer((request, response) => health(request, response))
  function health(request: IncomingMessage, response: ServerResponse) {
    const isHealth = request.url === '/health'
    const full = draining || taken.size >= slots
    const status = !isHealth ? 404 : full ? 503 : 200
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isHealth ? { calls: taken.size, slots, draining } : { code: refusals.path.code }))
  }

  function refuse(socket: Duplex, { status, code }: { status: number; code: string }) {
    const body = JSON.stringify({ code })
    socket.end(
      `HTTP/1.1 ${status} Refused\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    )
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const place = {}
    admit(request, place).then(
      (admitted) => {
        if ('refusal' in admitted) {
          taken.delete(place)
          logger.warn({ code: admitted.refusal.code }, 'a media socket was refused')
          return refuse(socket, admitted.refusal)
        }
        sockets.handleUpgrade(request, socket, head, (opened) => {
          opened.once('close', () => taken.delete(place))
          receive(opened, admitted).catch((error: unknown) => {
            logger.error(
              { callId: admitted.callId, code: failureCodeOf(error, 'MEDIA_UNAVAILABLE') },
              'nobody conducts the call of a media socket',
            )
            opened.close(1011)
          })
        })
      },
      (error: unknown) => {
        taken.delete(place)
        logger.error({ code: failureCodeOf(error, 'MEDIA_UNAVAILABLE') }, 'a media socket could not be checked')
        refuse(socket, refusals.failed)
      },
    )
  })

  /** The place is taken before the token is asked for, so that many at once cannot take more than there are. */
  async function admit(request: IncomingMessage, place: object): Promise<Admitted | { refusal: Refusal }> {
    const addressed = addressedTo(new URL(request.url ?? '', 'http://media').pathname)
    if (!addressed) return { refusal: refusals.path }
    if ((draining && expected.size === 0) || taken.size >= slots + expected.size) return { refusal: refusals.full }
    taken.add(place)
    const use = await options.consumeToken(addressed.token)
    if (use.state !== 'open') return { refusal: refusals[use.state] }
    const { tenantId, callId, lineId } = use
    return { tenantId, callId, lineId, protocol: addressed.protocol }
  }

  async function receive(socket: WebSocket, { tenantId, callId, lineId, protocol }: Admitted) {
    const isColleague = lineId !== callId
    if (isColleague && !expected.has(lineId)) return socket.close(1001)
    const started = await startOf(socket, protocol)
    if (!started) return socket.close(1002)
    if (!started.format) {
      logger.warn({ callId, code: 'MEDIA_FORMAT_UNSUPPORTED' }, 'a media socket speaks another format')
      return socket.close(1003)
    }
    const here = { socket, protocol, codec: protocol.codec(started.streamId, started.format) }
    const claimed = wanted.get(lineId)
    if (claimed) claimed(here)
    else arrived.set(lineId, here)
    socket.once('close', () => {
      if (arrived.get(lineId) === here) arrived.delete(lineId)
    })
    if (!isColleague) await options.onArrival({ tenantId, callId })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })

  return {
    port: portOf(server.address()),
    calls: () => taken.size,
    claim(callId) {
      const here = arrived.get(callId)
      arrived.delete(callId)
      if (here) return Promise.resolve(here)
      return new Promise((resolve) => {
        const late = setTimeout(() => finish(undefined), claimWithinMs)
        const finish = (socket: ArrivedSocket | undefined) => {
          clearTimeout(late)
          wanted.delete(callId)
          resolve(socket)
        }
        wanted.set(callId, finish)
      })
    },
    expect(lineId) {
      expected.add(lineId)
      return {
        arrived: new Promise((resolve) => wanted.set(lineId, resolve)),
        forget() {
          expected.delete(lineId)
          wanted.delete(lineId)
        },
      }
    },
    drain() {
      draining = true
    },
    async close() {
      draining = true
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The stream and format a socket announces; undefined when it says nothing of the kind in time. */
function startOf(socket: WebSocket, protocol: MediaProtocol): Promise<Extract<MediaMessage, { type: 'start' }> | undefined> {
  return new Promise((resolve) => {
    const late = setTimeout(() => finish(undefined), startWithinMs)
    const finish = (started: Awaited<ReturnType<typeof startOf>>) => {
      clearTimeout(late)
      socket.off('message', listen)
      resolve(started)
    }
    const listen = (data: unknown, isBinary: boolean) => {
      const message = protocol.read(Buffer.isBuffer(data) ? data : Buffer.from(String(data)), isBinary, undefined)
      if (message.type === 'start') finish(message)
    }
    socket.on('message', listen)
    socket.once('close', () => finish(undefined))
  })
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The media server has no port.')
  return address.port
}

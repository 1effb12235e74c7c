import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { answerJson, refuseUpgrade, urlOf } from '../http.ts'
import type { Recogniser } from '../recognition/pocketsphinx.ts'
import { openBodyOutlet } from '../sessions/body-outlet.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { Visit } from '../sessions/visit.ts'
import { accountAnswers } from './account.ts'
import { readFluxQuery } from './flux/flux-query.ts'
import { serveFluxSocket } from './flux/flux-socket.ts'
import { listenToRecording } from './listen-http.ts'
import { serveListenSocket } from './listen-socket.ts'
import { deepgramError, refusalCode } from './messages.ts'
import { readListenQuery } from './query.ts'

const LISTEN = '/v1/listen'
const FLUX = '/v2/listen'
const keyOf = (request: IncomingMessage) => /^(?:token|bearer)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim() ?? ''

type Refusal = { status: number; body: ReturnType<typeof deepgramError> }
const refuse = (status: number, code: string, message: string): Refusal => ({ status, body: deepgramError(code, message, randomUUID()) })

/** Deepgram's side of the server; `recogniser` is a sentence when there is none on this machine. False means "not mine". */
export function deepgramRoutes(recogniser: Recogniser | string, sessions: Sessions) {
  const sockets = new WebSocketServer({ noServer: true })

  /** A refusal of the key, or the visit that begins. */
  const enter = (request: IncomingMessage, connection: 'request' | 'socket'): Refusal | Visit => {
    const key = keyOf(request)
    const visit = sessions.visit('recognition', connection, key, urlOf(request).searchParams)
    const status = key === '' ? 401 : visit.refusal
    return status === null ? visit : refuse(status, ...refusalCode[status])
  }
  /** A refusal of the query, or the query with the recogniser for it. */
  const read = <Query extends object>(
    request: IncomingMessage,
    readQuery: (query: URLSearchParams) => Query | string,
  ): Refusal | { query: Query; engine: Recogniser } => {
    const query = readQuery(urlOf(request).searchParams)
    if (typeof query === 'string') return refuse(400, 'Bad Request', query)
    return typeof recogniser === 'string' ? refuse(503, 'NO_RECOGNISER', recogniser) : { query, engine: recogniser }
  }

  return {
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const { pathname } = urlOf(request)
      const account = accountAnswers[pathname]
      if (pathname !== LISTEN && account === undefined) return false
      const entered = enter(request, 'request')
      if ('status' in entered) answerJson(response, entered.status, entered.body)
      else if (account !== undefined) {
        const outlet = openBodyOutlet(response, entered, 'application/json')
        if (await outlet.write(JSON.stringify(account), null)) outlet.end()
      } else if (request.method !== 'POST') {
        const { status, body } = refuse(405, 'METHOD_NOT_ALLOWED', 'Use POST or a WebSocket.')
        answerJson(response, status, body)
      } else {
        const asked = read(request, readListenQuery)
        if ('status' in asked) answerJson(response, asked.status, asked.body)
        else await listenToRecording(asked.engine, request, response, asked.query, entered)
      }
      return true
    },

    async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<boolean> {
      const { pathname } = urlOf(request)
      if (pathname !== LISTEN && pathname !== FLUX) return false
      const entered = enter(request, 'socket')
      if ('status' in entered) {
        refuseUpgrade(socket, entered.status, entered.body)
      } else if (pathname === LISTEN) {
        const asked = read(request, readListenQuery)
        if ('status' in asked) refuseUpgrade(socket, asked.status, asked.body)
        else {
          const { engine, query } = asked
          const grammar = engine.prepare({ kind: query.kind, hints: query.hints })
          sockets.handleUpgrade(request, socket, head, (opened) => serveListenSocket(engine, grammar, opened, socket, query, entered))
        }
      } else {
        const asked = read(request, readFluxQuery)
        if ('status' in asked) refuseUpgrade(socket, asked.status, asked.body)
        else sockets.handleUpgrade(request, socket, head, (opened) => serveFluxSocket(asked.engine, opened, socket, asked.query, entered))
      }
      return true
    },

    close() {
      for (const client of sockets.clients) client.terminate()
    },
  }
}

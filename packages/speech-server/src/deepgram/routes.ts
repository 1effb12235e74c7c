import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { answerJson, refuseUpgrade, urlOf } from '../http.ts'
import type { Recogniser } from '../recognition/pocketsphinx.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { listenToRecording } from './listen-http.ts'
import { serveListenSocket } from './listen-socket.ts'
import { deepgramError, refusalCode } from './messages.ts'
import { type ListenQuery, readListenQuery } from './query.ts'

const PATH = '/v1/listen'
const keyOf = (request: IncomingMessage) => /^(?:token|bearer)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim() ?? ''

/** What stands between a request and its answer: a refusal, or everything that is needed. */
function admit(request: IncomingMessage, recogniser: Recogniser | string, sessions: Sessions, connection: 'request' | 'socket') {
  const url = urlOf(request)
  const key = keyOf(request)
  const visit = sessions.visit('recognition', connection, key, url.searchParams)
  const refuse = (status: number, code: string, message: string) => ({
    ok: false as const,
    status,
    body: deepgramError(code, message, randomUUID()),
  })
  const status = key === '' ? 401 : visit.refusal
  if (status !== null) return refuse(status, ...refusalCode[status])
  const query: ListenQuery | string = readListenQuery(url.searchParams)
  if (typeof query === 'string') return refuse(400, 'Bad Request', query)
  if (typeof recogniser === 'string') return refuse(503, 'NO_RECOGNISER', recogniser)
  return { ok: true as const, visit, query, recogniser }
}

/** Deepgram's side of the server; `recogniser` is a sentence when there is none on this machine. False means "not mine". */
export function deepgramRoutes(recogniser: Recogniser | string, sessions: Sessions) {
  const sockets = new WebSocketServer({ noServer: true })
  return {
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      if (urlOf(request).pathname !== PATH) return false
      const admitted = admit(request, recogniser, sessions, 'request')
      if (!admitted.ok) answerJson(response, admitted.status, admitted.body)
      else if (request.method !== 'POST')
        answerJson(response, 405, deepgramError('METHOD_NOT_ALLOWED', 'Use POST or a WebSocket.', randomUUID()))
      else await listenToRecording(admitted.recogniser, request, response, admitted.query, admitted.visit)
      return true
    },
    async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<boolean> {
      if (urlOf(request).pathname !== PATH) return false
      const admitted = admit(request, recogniser, sessions, 'socket')
      if (!admitted.ok) {
        refuseUpgrade(socket, admitted.status, admitted.body)
        return true
      }
      const { query, visit } = admitted
      const grammar = admitted.recogniser.prepare({ kind: query.kind, hints: query.hints })
      sockets.handleUpgrade(request, socket, head, (opened) =>
        serveListenSocket(admitted.recogniser, grammar, opened, socket, query, visit),
      )
      return true
    },
    close() {
      for (const client of sockets.clients) client.terminate()
    },
  }
}

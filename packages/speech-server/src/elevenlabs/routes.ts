import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { answerJson, refuseUpgrade, urlOf } from '../http.ts'
import { createPace } from '../sessions/pace.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { openSocketOutlet } from '../sessions/socket-outlet.ts'
import { parseOutputFormat } from '../synthesis/output-format.ts'
import type { Synthesiser } from '../synthesis/synthesiser.ts'
import { elevenLabsError, refusalBody, voiceNotFound } from './errors.ts'
import { streamSpeech } from './http-stream.ts'
import { serveSpeechSocket } from './sockets.ts'
import { voiceList } from './voices.ts'

const HTTP_PATH = /^\/v1\/text-to-speech\/([^/]+)(\/stream)?(\/with-timestamps)?$/
const SOCKET_PATH = /^\/v1\/text-to-speech\/([^/]+)\/(multi-)?stream-input$/

const keyOf = (request: IncomingMessage) => String(request.headers['xi-api-key'] ?? '')

/** ElevenLabs' side of the server: false from a handler means "not mine". */
export function elevenLabsRoutes(synthesiser: Synthesiser, sessions: Sessions) {
  const sockets = new WebSocketServer({ noServer: true })
  return {
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const url = urlOf(request)
      const [, voice, stream, timestamps] = HTTP_PATH.exec(url.pathname) ?? []
      const isVoices = url.pathname === '/v1/voices' || url.pathname === '/v2/voices'
      if (voice === undefined && !isVoices) return false
      const visit = sessions.visit('synthesis', 'request', keyOf(request), url.searchParams)
      const status = keyOf(request) === '' ? 401 : visit.refusal
      if (status !== null) answerJson(response, status, refusalBody[status])
      else if (voice === undefined) answerJson(response, 200, voiceList)
      else if (request.method !== 'POST') answerJson(response, 405, elevenLabsError('method_not_allowed', 'Method not allowed'))
      else {
        const wanted = { voice: decodeURIComponent(voice), timestamps: timestamps !== undefined, whole: stream === undefined }
        await streamSpeech(synthesiser, request, response, wanted, visit)
      }
      return true
    },

    async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<boolean> {
      const url = urlOf(request)
      const [, encodedVoice, multi] = SOCKET_PATH.exec(url.pathname) ?? []
      if (encodedVoice === undefined) return false
      const voice = decodeURIComponent(encodedVoice)
      const key = keyOf(request) || (url.searchParams.get('authorization') ?? '')
      const visit = sessions.visit('synthesis', 'socket', key, url.searchParams)
      const status = key === '' ? 401 : visit.refusal
      const format = parseOutputFormat(url.searchParams.get('output_format') ?? 'pcm_24000')
      if (status !== null) refuseUpgrade(socket, status, refusalBody[status])
      else if (format === null) refuseUpgrade(socket, 400, elevenLabsError('invalid_output_format', 'Not made here.'))
      else if (!(await synthesiser.hasVoice(voice))) refuseUpgrade(socket, 404, voiceNotFound(voice))
      else {
        sockets.handleUpgrade(request, socket, head, (opened) =>
          serveSpeechSocket(synthesiser, opened, {
            voice,
            format,
            multi: multi !== undefined,
            autoMode: url.searchParams.get('auto_mode') === 'true',
            inactivityMs: Math.min(180, Number(url.searchParams.get('inactivity_timeout') ?? 20) || 20) * 1000,
            outlet: openSocketOutlet(opened, socket, visit),
            pace: () => createPace(visit),
          }),
        )
      }
      return true
    },

    close() {
      for (const client of sockets.clients) client.terminate()
    },
  }
}

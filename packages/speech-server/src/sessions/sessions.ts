import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerJson, readBody, urlOf } from '../http.ts'
import { type Behaviour, behaviour, type SessionOptions, sessionOptions } from './behaviour.ts'
import { behaviourOfRequest } from './request-behaviour.ts'
import { type Counters, createVisit, noCounts, type Visit } from './visit.ts'

export type SpeechKind = 'recognition' | 'synthesis'
type Session = { options: SessionOptions; counters: Record<SpeechKind, Counters> }

export type Sessions = {
  /** A request or socket comes in with this key. */
  visit(kind: SpeechKind, connection: 'request' | 'socket', apiKey: string, query: URLSearchParams): Visit
  /** Serves `PUT`, `GET`, `DELETE /sessions/<name>`; false: not for here. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

const PATH = /^\/sessions\/([\w.-]{1,64})$/

/** Named ways of being served, for tests and measurements: a connection chooses one by its API key. Without `enabled` there are none. */
export function createSessions(enabled: boolean): Sessions {
  const sessions = new Map<string, Session>()
  const random = seededRandom()

  return {
    visit(kind, connection, apiKey, query) {
      const session = sessions.get(apiKey)
      const counters = session?.counters[kind] ?? noCounts()
      if (connection === 'request') counters.requests += 1
      else counters.sockets += 1
      const asked = session ? behaviour(session.options[kind]) : enabled ? behaviourOfRequest(apiKey, query) : null
      return createVisit(stillDue(asked ?? behaviour(), counters), counters, random)
    },

    async handle(request, response) {
      const name = PATH.exec(urlOf(request).pathname)?.[1]
      if (!enabled || name === undefined) return false
      const session = sessions.get(name)
      if (request.method === 'PUT') {
        const options = parse(await readBody(request))
        if (!options.success) answerJson(response, 400, { error: 'invalid_options', message: options.error.message })
        else {
          sessions.set(name, { options: options.data, counters: { recognition: noCounts(), synthesis: noCounts() } })
          answerJson(response, 200, options.data)
        }
      } else if (session === undefined) answerJson(response, 404, { error: 'no_such_session' })
      else if (request.method === 'GET') answerJson(response, 200, session.counters)
      else if (request.method === 'DELETE') {
        sessions.delete(name)
        response.writeHead(204).end()
      } else answerJson(response, 405, { error: 'method_not_allowed' })
      return true
    },
  }
}

const stillDue = (wanted: Behaviour, { faults }: Counters): Behaviour =>
  wanted.times !== null && faults >= wanted.times ? { ...wanted, fault: null } : wanted

function parse(bytes: Buffer | null) {
  try {
    return sessionOptions.safeParse(JSON.parse(bytes?.toString() || '{}'))
  } catch {
    return sessionOptions.safeParse(null)
  }
}

/** The same chances in every run. */
function seededRandom(): () => number {
  let seed = 1
  return () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
}

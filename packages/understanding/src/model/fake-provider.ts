import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Behaviour = (response: ServerResponse, streams: boolean) => void
export type FakeProvider = {
  baseUrl: string
  requests: { headers: IncomingMessage['headers']; path: string; body: unknown }[]
  behave(next: Behaviour): void
  close(): Promise<void>
}

/** A chat completions endpoint on loopback that answers every request as it is told to. */
export async function startFakeProvider(): Promise<FakeProvider> {
  const requests: FakeProvider['requests'] = []
  let behaviour: Behaviour = status(500)
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const body: unknown = JSON.parse(text)
    requests.push({ headers: request.headers, path: request.url ?? '', body })
    behaviour(response, typeof body === 'object' && body !== null && 'stream' in body && body.stream === true)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port to listen on')
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    behave(next) {
      behaviour = next
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A completion whose message holds this text (or this value as JSON), streamed when that is asked for. */
export const says = (content: unknown): Behaviour => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const whole = json(200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'test-model',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text, refusal: null } }],
  })
  const streamed = streams(text.match(/[\s\S]{1,5}/g) ?? [])
  return (response, isStreamed) => (isStreamed ? streamed : whole)(response, isStreamed)
}

type Piece = string | { waitMs: number } | { delta: object; finish?: string } | 'breaks'
const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 }

/** Server-sent events with these pieces of the message; `breaks` destroys the connection; no end when it hangs. */
export const streams = (pieces: readonly Piece[], { ends = true, counts = true } = {}): Behaviour => {
  const event = (more: object) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'test-model', ...more })}\n\n`
  const chunk = (delta: object, finish: string | null = null) => event({ choices: [{ index: 0, delta, finish_reason: finish }] })
  return async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of pieces) {
      if (piece === 'breaks') return void response.destroy()
      if (typeof piece === 'string') await new Promise((written) => response.write(chunk({ content: piece }), written))
      else if ('waitMs' in piece) await new Promise((resolve) => setTimeout(resolve, piece.waitMs))
      else response.write(chunk(piece.delta, piece.finish ?? null))
    }
    if (!ends) return
    response.write(chunk({}, 'stop'))
    if (counts) response.write(event({ choices: [], usage }))
    response.end('data: [DONE]\n\n')
  }
}

export const status = (code: number, headers: Record<string, string> = {}): Behaviour =>
  json(code, { error: { message: `status ${code}`, type: 'error', code: null, param: null } }, headers)
export const hangs: Behaviour = () => undefined

/** Headers and half the body, then nothing more. */
export const stalls: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"id":"chatcmpl-1","choices":[{"index":0,')
}

/** Headers and half the body, then the connection breaks. */
export const breaksOff: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"id":"chatcmpl-1","choices":[{"index":0,', () => response.destroy())
}

function json(code: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Behaviour = (response: ServerResponse) => void
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
    requests.push({ headers: request.headers, path: request.url ?? '', body: JSON.parse(text) })
    behaviour(response)
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

/** A completion whose message holds this text (or this value as JSON). */
export const says = (content: unknown): Behaviour => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return json(200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'test-model',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text, refusal: null } }],
  })
}

export const status = (code: number): Behaviour =>
  json(code, { error: { message: `status ${code}`, type: 'error', code: null, param: null } })
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

function json(code: number, body: unknown): Behaviour {
  return (response) => {
    response.writeHead(code, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
}

import { createServer } from 'node:http'

export type ApiRequest = { method: string; path: string; query: URLSearchParams; headers: Record<string, string | undefined>; body: string }
/** `drop`: the connection is closed without an answer. */
export type ApiAnswer = { status: number; json?: unknown } | 'drop'

/** A carrier's API on loopback, on a free port where none is given. */
export async function simulatorServer(handle: (request: ApiRequest) => ApiAnswer, port = 0) {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator')
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]))
    const answer = handle({
      method: request.method ?? 'GET',
      path: decodeURIComponent(pathname),
      query: searchParams,
      headers,
      body: Buffer.concat(parts).toString(),
    })
    if (answer === 'drop') return request.socket.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(answer.json === undefined ? undefined : JSON.stringify(answer.json))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

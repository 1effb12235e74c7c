import { createServer } from 'node:http'
import { createAddressGuard } from '@parley/net-guard'
import type { CarrierSimulator } from '@parley/testing'
import { WebSocketServer } from 'ws'
import type { Carrier, CarrierNews, CarrierReply, CarrierRequest, CarrierType } from '../src/index.ts'

const guard = createAddressGuard({ loopback: true })
export const deps = { fetch: guard.fetch, now: Date.now }

export type Studio = Awaited<ReturnType<typeof startStudio>>

/** As much of a studio as a carrier sees: where its webhooks go, and where its media sockets. `answer` replaces the usual reply. */
export async function startStudio(type: CarrierType, simulator: CarrierSimulator) {
  const carrier: Carrier = type.open({ credentials: simulator.credentials, apiBase: simulator.apiBase }, deps)
  const requests: CarrierRequest[] = []
  const news: CarrierNews[] = []
  const state = { forged: 0, answer: (_: CarrierNews): CarrierReply | undefined => undefined }
  const server = createServer(async (incoming, response) => {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(Buffer.from(part))
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()]))
    const request = { method: incoming.method ?? '', url: url + incoming.url, headers, body: Buffer.concat(parts).toString() }
    requests.push(request)
    if (!(await carrier.verify(request))) {
      state.forged += 1
      return response.writeHead(403).end()
    }
    const said = type.read(request)
    if (said) news.push(said)
    const reply = (said && state.answer(said)) ?? usual(said, incoming.url ?? '')
    response.writeHead(reply.status, { 'content-type': reply.contentType }).end(reply.body)
  })
  const media = new WebSocketServer({ server })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The studio has no port.')
  const url = `http://127.0.0.1:${address.port}`
  const mediaUrl = `ws://127.0.0.1:${address.port}/media/${type.kind}/token`

  /** Only questions want instructions. */
  function usual(said: CarrierNews | undefined, path: string): CarrierReply {
    const isQuestion = said !== undefined && (said.type !== 'status' || path.startsWith('/resume'))
    return isQuestion ? type.replies.connect({ mediaUrl, resumeUrl: `${url}/resume` }) : type.replies.noted()
  }

  return {
    carrier,
    requests,
    news,
    state,
    media,
    answerUrl: `${url}/answer`,
    statusUrl: `${url}/status`,
    mediaUrl,
    resumeUrl: `${url}/resume`,
    async close() {
      for (const client of media.clients) client.terminate()
      media.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

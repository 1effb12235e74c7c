import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { serveListen } from './deepgram-stand-in.ts'
import { serveSpeech } from './elevenlabs-stand-in.ts'
import { serveFlux } from './flux-stand-in.ts'
import { createKnownUtterances, type Utterance } from './known-utterances.ts'

/** How late the vendors answer, milliseconds: words after their sound arrived, audio after its text arrived; `jitterMs` more at most. */
export type VendorDelays = { recognitionMs: number; synthesisMs: number; jitterMs: number }

export type VendorStandIn = {
  /** For `DEEPGRAM_URL` and `ELEVENLABS_URL`. */
  url: string
  setDelays(delays: Partial<VendorDelays>): void
  /** Every recogniser's socket breaks; new ones are taken. */
  dropSockets(): void
  close(): Promise<void>
}

/**
 * `audible`: loudness above the noise of the callers' lines.
 *
 * Deepgram's and ElevenLabs' protocols on loopback, for measurements: recognises exactly the given utterances, by their sound, and speaks at once;
 * both cost next to nothing and are as late as they are told.
 */
export async function vendorStandIn(utterances: readonly Utterance[], { audible }: { audible?: number } = {}): Promise<VendorStandIn> {
  const known = createKnownUtterances(utterances, audible)
  let delays: VendorDelays = { recognitionMs: 0, synthesisMs: 0, jitterMs: 0 }
  const server = createServer((request, response) => {
    serveSpeech(request, response, () => delays).then(
      (served) => {
        if (!served) response.writeHead(404).end()
      },
      () => response.writeHead(400).end(),
    )
  })
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    if (pathname === '/v1/listen') sockets.handleUpgrade(request, socket, head, (opened) => serveListen(opened, known, () => delays))
    else if (pathname === '/v2/listen')
      sockets.handleUpgrade(request, socket, head, (opened) =>
        serveFlux(opened, known, { eager: searchParams.has('eager_eot_threshold'), delays: () => delays }),
      )
    else socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    setDelays: (next) => {
      delays = { ...delays, ...next }
    },
    dropSockets: () => {
      for (const client of sockets.clients) client.terminate()
    },
    close: async () => {
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

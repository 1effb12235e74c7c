import { createServer } from 'node:http'
import { deepgramRoutes } from './deepgram/routes.ts'
import { elevenLabsRoutes } from './elevenlabs/routes.ts'
import { answerJson, refuseUpgrade, urlOf } from './http.ts'
import { findPocketSphinx, type PocketSphinxSearch } from './recognition/find-pocketsphinx.ts'
import { createRecogniser, type Recogniser } from './recognition/pocketsphinx.ts'
import { createSessions } from './sessions/sessions.ts'
import { createSynthesiser } from './synthesis/synthesiser.ts'

export type SpeechServerOptions = {
  host: string
  /** 0: a free one. */
  port: number
  faults: boolean
  pocketsphinx: { program?: string; model?: string }
  searchPath: string
  /** The program's entry file, run again as the synthesis thread. */
  entry: URL
}

export type SpeechServer = {
  url: string
  engines: { synthesis: { available: true; name: string }; recognition: { available: boolean; name: string; problem?: string } }
  close(): Promise<void>
}

const log = (message: string) => process.stderr.write(`${JSON.stringify({ level: 'info', part: 'speech-server', message })}\n`)

async function openRecogniser(search: PocketSphinxSearch, phonemesOf: (word: string) => Promise<string[]>): Promise<Recogniser | string> {
  const found = await findPocketSphinx(search)
  return found.ok ? createRecogniser(found.paths, phonemesOf, log) : found.missing
}

/** Starts eSpeak NG and PocketSphinx behind ElevenLabs' and Deepgram's protocols; resolves when it listens. */
export async function startSpeechServer(options: SpeechServerOptions): Promise<SpeechServer> {
  const synthesiser = await createSynthesiser(options.entry)
  const recogniser = await openRecogniser({ ...options.pocketsphinx, searchPath: options.searchPath }, synthesiser.phonemes)
  const engines: SpeechServer['engines'] = {
    synthesis: { available: true, name: 'espeak-ng' },
    recognition: {
      name: 'pocketsphinx',
      available: typeof recogniser !== 'string',
      ...(typeof recogniser === 'string' && { problem: recogniser }),
    },
  }
  const sessions = createSessions(options.faults)
  const parts = [elevenLabsRoutes(synthesiser, sessions), deepgramRoutes(recogniser, sessions)]

  const server = createServer(async (request, response) => {
    try {
      if (urlOf(request).pathname === '/health') {
        return answerJson(response, 200, {
          status: 'ok',
          version: '0.1.0',
          node: process.version,
          faults: options.faults,
          engines,
          languages: { synthesis: ['en', 'fr'], recognition: ['en'] },
        })
      }
      if (await sessions.handle(request, response)) return
      for (const part of parts) if (await part.handle(request, response)) return
      answerJson(response, 404, { error: 'not_found' })
    } catch (error) {
      log(`request failed: ${error instanceof Error ? error.message : 'unknown error'}`)
      if (response.headersSent) response.destroy()
      else answerJson(response, 500, { error: 'internal_server_error' })
    }
  })
  server.on('upgrade', async (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    for (const part of parts) if (await part.upgrade(request, socket, head)) return
    refuseUpgrade(socket, 404, { error: 'not_found' })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port

  return {
    url: `http://${options.host}:${port}`,
    engines,
    async close() {
      for (const part of parts) part.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await synthesiser.close()
      if (typeof recogniser !== 'string') await recogniser.close()
    },
  }
}

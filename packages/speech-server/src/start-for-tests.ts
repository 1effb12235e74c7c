import { afterAll, beforeAll } from 'vitest'
import { type SpeechServer, startSpeechServer } from './server.ts'

/** A real server on a free port for the tests of one file, faults allowed. */
export function useSpeechServer(): { url(): string } {
  let server: SpeechServer | undefined
  beforeAll(async () => {
    const entry = new URL('./main.ts', import.meta.url)
    server = await startSpeechServer({
      host: '127.0.0.1',
      port: 0,
      faults: true,
      pocketsphinx: {},
      searchPath: '/usr/bin:/usr/local/bin',
      entry,
    })
  }, 30_000)
  afterAll(() => server?.close())
  return { url: () => server?.url ?? '' }
}

/** Speech as 16 kHz samples, from the server itself. */
export async function speech(url: string, text: string, voice = 'en-us+f2', rate = 16_000): Promise<Int16Array> {
  const response = await fetch(`${url}/v1/text-to-speech/${encodeURIComponent(voice)}/stream?output_format=pcm_${rate}`, {
    method: 'POST',
    headers: { 'xi-api-key': 'test', 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })
  return new Int16Array(await response.arrayBuffer())
}

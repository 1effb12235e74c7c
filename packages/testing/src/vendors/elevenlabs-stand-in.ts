import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { VendorDelays } from './vendor-stand-in.ts'

const request = z.object({ text: z.string() })
const msPerCharacter = 60
const msPerLine = 500
const path = /^\/v1\/text-to-speech\/[^/]+\/stream\/with-timestamps$/

/** `POST …/stream/with-timestamps`: something that rises and falls like speech, 60 ms a character, made at once. False: another path. */
export async function serveSpeech(message: IncomingMessage, response: ServerResponse, delays: () => VendorDelays): Promise<boolean> {
  const url = new URL(message.url ?? '/', 'http://stand-in')
  if (message.method !== 'POST' || !path.test(url.pathname)) return false
  const parts: Buffer[] = []
  for await (const part of message) parts.push(Buffer.from(part))
  const { text } = request.parse(JSON.parse(Buffer.concat(parts).toString()))
  const rate = Number(/^pcm_(\d+)$/.exec(url.searchParams.get('output_format') ?? '')?.[1] ?? 24_000)
  const { synthesisMs, jitterMs } = delays()
  if (synthesisMs > 0) await sleep(synthesisMs + Math.random() * jitterMs)
  response.writeHead(200, { 'content-type': 'application/json' })
  const perLine = Math.max(1, Math.round(msPerLine / msPerCharacter))
  const characters = [...text]
  for (let from = 0; from < characters.length; from += perLine) response.write(lineOf(characters.slice(from, from + perLine), from, rate))
  response.end()
  return true
}

function lineOf(characters: string[], first: number, rate: number): string {
  const samples = Math.round((characters.length * msPerCharacter * rate) / 1_000)
  const offset = (first * msPerCharacter * rate) / 1_000
  const pcm = Buffer.alloc(samples * 2)
  for (let i = 0; i < samples; i += 1) {
    const seconds = (offset + i) / rate
    const syllables = 0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * seconds)
    const voice = Math.sin(2 * Math.PI * 160 * seconds) + 0.5 * Math.sin(2 * Math.PI * 480 * seconds)
    pcm.writeInt16LE(Math.round(5_000 * syllables * voice), i * 2)
  }
  const startOf = (i: number) => ((first + i) * msPerCharacter) / 1_000
  return `${JSON.stringify({
    audio_base64: pcm.toString('base64'),
    alignment: {
      characters,
      character_start_times_seconds: characters.map((_, i) => startOf(i)),
      character_end_times_seconds: characters.map((_, i) => startOf(i + 1)),
    },
    normalized_alignment: null,
  })}\n`
}

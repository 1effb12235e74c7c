import { z } from 'zod'
import { key, lineRate } from './carrier-values.ts'
import { bytesOf, samplesOf } from './linear-16.ts'
import type { MediaFormat, MediaMessage, MediaProtocol } from './media-codec.ts'
import { readJson } from './read-json.ts'

const message = z.discriminatedUnion('event', [
  z.object({ event: z.literal('websocket:connected'), 'content-type': z.string() }),
  z.object({ event: z.literal('websocket:dtmf'), digit: key }),
  z.object({ event: z.literal('websocket:notify') }),
  z.object({ event: z.literal('websocket:cleared') }),
])

/** Vonage's voice sockets (https://developer.vonage.com/voice/voice-api/concepts/websockets): sound in binary messages of exactly 20 ms, all else as text. */
export const vonageProtocol: MediaProtocol = {
  // It says nothing of the contact's hanging up: the socket closes, and the call's own news say why.
  read: (data, isBinary) => (isBinary ? { type: 'audio', pcm: samplesOf(data) } : read(String(data))),
  codec: (_, format) => ({
    format,
    frameSamples: format.rate / 50,
    audio: bytesOf,
    mark: (mark) => JSON.stringify({ action: 'notify', payload: { mark } }),
    clear: () => JSON.stringify({ action: 'clear' }),
  }),
}

function read(text: string): MediaMessage {
  const said = readJson(message, text)
  if ('type' in said) return said
  switch (said.message.event) {
    case 'websocket:connected':
      return { type: 'start', streamId: 'websocket', format: formatOf(said.message['content-type']) }
    case 'websocket:dtmf':
      return { type: 'key', key: said.message.digit }
    case 'websocket:notify':
      return { type: 'mark' }
    case 'websocket:cleared':
      return { type: 'ignored' }
  }
}

function formatOf(contentType: string): MediaFormat | undefined {
  const [, rate] = /^audio\/l16;\s*rate=(\d+)$/i.exec(contentType) ?? []
  const known = rate === undefined ? undefined : lineRate(Number(rate))
  return known && { encoding: 'linear16', rate: known }
}

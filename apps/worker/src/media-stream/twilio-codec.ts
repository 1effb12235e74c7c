import { decodeMuLaw, encodeMuLaw } from '@parley/audio'
import { z } from 'zod'
import { key, number } from './carrier-values.ts'
import type { MediaMessage, MediaProtocol } from './media-codec.ts'
import { readJson } from './read-json.ts'

const message = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('media'),
    media: z.object({ track: z.string().optional(), timestamp: number.optional(), payload: z.base64() }),
  }),
  z.object({
    event: z.literal('start'),
    streamSid: z.string().min(1),
    start: z.object({ mediaFormat: z.object({ encoding: z.string(), sampleRate: number }) }),
  }),
  z.object({ event: z.literal('dtmf'), dtmf: z.object({ digit: key }) }),
  z.object({ event: z.literal('mark'), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal('stop') }),
])

/** Twilio's media streams (https://www.twilio.com/docs/voice/media-streams/websocket-messages): µ-law at 8 kHz in JSON, messages of any length. */
export const twilioProtocol: MediaProtocol = {
  read(data, isBinary) {
    return isBinary ? { type: 'invalid' } : read(String(data))
  },
  codec: (streamSid, format) => ({
    format,
    audio: (pcm) =>
      `{"event":"media","streamSid":${JSON.stringify(streamSid)},"media":{"payload":"${encodeMuLaw(pcm).toString('base64')}"}}`,
    mark: (name) => JSON.stringify({ event: 'mark', streamSid, mark: { name } }),
    clear: () => JSON.stringify({ event: 'clear', streamSid }),
  }),
}

function read(text: string): MediaMessage {
  const said = readJson(message, text)
  if ('type' in said) return said
  switch (said.message.event) {
    case 'media': {
      const { track, timestamp, payload } = said.message.media
      // Of both tracks only the contact's is theirs.
      if (track === 'outbound') return { type: 'ignored' }
      return { type: 'audio', pcm: decodeMuLaw(Buffer.from(payload, 'base64')), timestampMs: timestamp }
    }
    case 'start': {
      const { encoding, sampleRate } = said.message.start.mediaFormat
      const isKnown = encoding === 'audio/x-mulaw' && sampleRate === 8_000
      return { type: 'start', streamId: said.message.streamSid, format: isKnown ? { encoding: 'mulaw', rate: 8_000 } : undefined }
    }
    case 'dtmf':
      return { type: 'key', key: said.message.dtmf.digit }
    case 'mark':
      return { type: 'mark' }
    case 'stop':
      return { type: 'stop' }
  }
}

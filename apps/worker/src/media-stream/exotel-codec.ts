import { decodeMuLaw, encodeMuLaw } from '@parley/audio'
import { z } from 'zod'
import { key, lineRate, number } from './carrier-values.ts'
import { bytesOf, samplesOf } from './linear-16.ts'
import type { MediaFormat, MediaMessage, MediaProtocol } from './media-codec.ts'
import { readJson } from './read-json.ts'

const message = z.discriminatedUnion('event', [
  z.object({ event: z.literal('media'), media: z.object({ timestamp: number.optional(), payload: z.base64() }) }),
  z.object({
    event: z.literal('start'),
    stream_sid: z.string().min(1),
    start: z.object({ media_format: z.object({ encoding: z.string().default(''), sample_rate: number.default(8_000) }) }),
  }),
  z.object({ event: z.literal('dtmf'), dtmf: z.object({ digit: key }) }),
  z.object({ event: z.literal('mark'), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal('stop') }),
])

/** Exotel wants multiples of 320 bytes, at least 3,200 of them; shorter pieces leave gaps. */
const leastBytes = 3_200

/**
 * Exotel's AgentStream (https://developer.exotel.com/docs/agentstream/websocket-protocol): 16-bit samples at 8, 16 or 24 kHz (or µ-law at 8) in JSON, in pieces
 * of 100 ms.
 */
export const exotelProtocol: MediaProtocol = {
  read: (data, isBinary, format) => (isBinary ? { type: 'invalid' } : read(String(data), format)),
  codec: (stream_sid, format) => ({
    format,
    frameSamples: framesOf(format),
    audio: (pcm) => JSON.stringify({ event: 'media', stream_sid, media: { payload: encoded(pcm, format).toString('base64') } }),
    mark: (name) => JSON.stringify({ event: 'mark', stream_sid, mark: { name } }),
    clear: () => JSON.stringify({ event: 'clear', stream_sid }),
  }),
}

/** 100 ms, or as many as the least number of bytes holds: both are multiples of 320 bytes. */
const framesOf = ({ encoding, rate }: MediaFormat) => Math.max(rate / 10, encoding === 'mulaw' ? leastBytes : leastBytes / 2)
const encoded = (pcm: Int16Array, { encoding }: MediaFormat) => (encoding === 'mulaw' ? encodeMuLaw(pcm) : bytesOf(pcm))

function read(text: string, format: MediaFormat | undefined): MediaMessage {
  const said = readJson(message, text)
  if ('type' in said) return said
  switch (said.message.event) {
    case 'media': {
      const { timestamp, payload } = said.message.media
      const bytes = Buffer.from(payload, 'base64')
      return { type: 'audio', pcm: format?.encoding === 'mulaw' ? decodeMuLaw(bytes) : samplesOf(bytes), timestampMs: timestamp }
    }
    case 'start': {
      const { encoding, sample_rate } = said.message.start.media_format
      return { type: 'start', streamId: said.message.stream_sid, format: formatOf(encoding, sample_rate) }
    }
    case 'dtmf':
      return { type: 'key', key: said.message.dtmf.digit }
    case 'mark':
      return { type: 'mark' }
    case 'stop':
      return { type: 'stop' }
  }
}

/** `base64` and nothing are how it announces samples; `audio/x-mulaw;rate=8000` is what its newer API sends. */
function formatOf(encoding: string, sampleRate: number): MediaFormat | undefined {
  const rate = lineRate(sampleRate)
  if (/mulaw|ulaw/.test(encoding)) return rate === 8_000 ? { encoding: 'mulaw', rate } : undefined
  const isLinear = encoding === '' || /^(base64|raw|slin|linear16|pcm|audio\/(x-)?(l16|raw|pcm))/i.test(encoding)
  return isLinear && rate !== undefined ? { encoding: 'linear16', rate } : undefined
}

import { randomBytes, randomUUID } from 'node:crypto'
import { decodeMuLaw, encodeMuLaw } from '@parley/audio'
import { z } from 'zod'

export type Heard = { type: 'audio'; pcm: Int16Array } | { type: 'mark'; name: string } | { type: 'clear' }

/** A carrier's side of its media socket: how it says what the contact does, and how it reads what comes back. */
export type SocketProtocol = {
  /** Of the line, and how much sound is sent at once. */
  rate: 8_000 | 16_000 | 24_000
  frameMs: number
  hello(): object[]
  audio(pcm: Int16Array, fromMs: number): object | Buffer
  key(digit: string): object
  mark(name: string): object
  cleared(): object | undefined
  stop(): object | undefined
  /** Throws on what the carrier would refuse. */
  read(data: Buffer, isBinary: boolean): Heard
}

export type SocketProtocolName = 'twilio' | 'exotel' | 'vonage'
export type SocketProtocolOptions = { callId?: string; rate?: 8_000 | 16_000 | 24_000; from?: string; to?: string }

/** By the carrier's name, or by the path of the media socket's address. */
export const socketProtocols: Record<SocketProtocolName, (options?: SocketProtocolOptions) => SocketProtocol> = { twilio, exotel, vonage }

const hex = (prefix = '') => prefix + randomBytes(16).toString('hex')
const bytesOf = (pcm: Int16Array) => Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength)
const samplesOf = (bytes: Buffer) => Int16Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readInt16LE(i * 2))

const twilioMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('media'), streamSid: z.string(), media: z.object({ payload: z.base64() }) }),
  z.object({ event: z.literal('mark'), streamSid: z.string(), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal('clear'), streamSid: z.string() }),
])

/** Media streams: 20 ms of µ-law, a sequence over all messages. */
function twilio({ callId: callSid = hex('CA') }: SocketProtocolOptions = {}): SocketProtocol {
  const streamSid = hex('MZ')
  const accountSid = hex('AC')
  let sequence = 0
  let chunk = 0
  const numbered = (event: object) => {
    sequence += 1
    return { ...event, sequenceNumber: String(sequence), streamSid }
  }
  const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8_000, channels: 1 }
  return {
    rate: 8_000,
    frameMs: 20,
    hello: () => [
      { event: 'connected', protocol: 'Call', version: '1.0.0' },
      numbered({ event: 'start', start: { streamSid, accountSid, callSid, tracks: ['inbound'], customParameters: {}, mediaFormat } }),
    ],
    audio(pcm, fromMs) {
      chunk += 1
      const payload = encodeMuLaw(pcm).toString('base64')
      return numbered({ event: 'media', media: { track: 'inbound', chunk: String(chunk), timestamp: String(fromMs), payload } })
    },
    key: (digit) => numbered({ event: 'dtmf', dtmf: { track: 'inbound_track', digit } }),
    mark: (name) => numbered({ event: 'mark', mark: { name } }),
    cleared: () => undefined,
    stop: () => numbered({ event: 'stop', stop: { accountSid, callSid } }),
    read(data) {
      const message = twilioMessage.parse(JSON.parse(String(data)))
      if (message.event === 'clear') return { type: 'clear' }
      if (message.event === 'mark') return { type: 'mark', name: message.mark.name }
      return { type: 'audio', pcm: decodeMuLaw(Buffer.from(message.media.payload, 'base64')) }
    },
  }
}

const exotelMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('media'), stream_sid: z.string(), media: z.object({ payload: z.base64() }) }),
  z.object({ event: z.literal('mark'), stream_sid: z.string(), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal('clear'), stream_sid: z.string() }),
])
/** What Exotel takes in one message, bytes. */
const exotelMedia = { multipleOf: 320, least: 3_200, most: 100_000 }

/** AgentStream: 100 ms of 16-bit samples, names with underscores, numbers as text. */
function exotel({
  callId: call_sid = hex(),
  rate = 8_000,
  from = '+910000000001',
  to = '+910000000002',
}: SocketProtocolOptions = {}): SocketProtocol {
  const stream_sid = hex()
  let sequence = 0
  let chunk = 0
  const numbered = (event: object) => {
    sequence += 1
    return { ...event, sequence_number: String(sequence), stream_sid }
  }
  const media_format = { encoding: 'base64', sample_rate: String(rate), bit_rate: `${(rate * 16) / 1_000}kbps` }
  return {
    rate,
    frameMs: 100,
    hello: () => [
      { event: 'connected' },
      numbered({
        event: 'start',
        start: { stream_sid, call_sid, account_sid: 'simulated', from, to, custom_parameters: {}, media_format },
      }),
    ],
    audio(pcm, fromMs) {
      chunk += 1
      return numbered({
        event: 'media',
        media: { chunk: String(chunk), timestamp: String(fromMs), payload: bytesOf(pcm).toString('base64') },
      })
    },
    key: (digit) => numbered({ event: 'dtmf', dtmf: { digit, duration: '120' } }),
    mark: (name) => numbered({ event: 'mark', mark: { name } }),
    cleared: () => undefined,
    stop: () => numbered({ event: 'stop', stop: { call_sid, account_sid: 'simulated', reason: 'callended' } }),
    read(data) {
      const message = exotelMessage.parse(JSON.parse(String(data)))
      if (message.event === 'clear') return { type: 'clear' }
      if (message.event === 'mark') return { type: 'mark', name: message.mark.name }
      const bytes = Buffer.from(message.media.payload, 'base64')
      const { multipleOf, least, most } = exotelMedia
      if (bytes.length % multipleOf !== 0 || bytes.length < least || bytes.length > most)
        throw new Error(`Exotel takes no ${bytes.length} bytes of sound.`)
      return { type: 'audio', pcm: samplesOf(bytes) }
    },
  }
}

const vonageMessage = z.discriminatedUnion('action', [
  z.object({ action: z.literal('notify'), payload: z.object({ mark: z.string() }) }),
  z.object({ action: z.literal('clear') }),
])

/** Voice websockets: binary frames of exactly 20 ms of 16-bit samples, all else as text. */
function vonage({ callId = randomUUID(), rate = 16_000 }: SocketProtocolOptions = {}): SocketProtocol {
  return {
    rate,
    frameMs: 20,
    hello: () => [{ event: 'websocket:connected', 'content-type': `audio/l16;rate=${rate}`, call: callId }],
    audio: bytesOf,
    key: (digit) => ({ event: 'websocket:dtmf', digit, duration: 260 }),
    mark: (mark) => ({ event: 'websocket:notify', payload: { mark } }),
    cleared: () => ({ event: 'websocket:cleared' }),
    stop: () => undefined,
    read(data, isBinary) {
      if (isBinary) {
        if (data.length !== (rate / 50) * 2) throw new Error(`Vonage takes no ${data.length} bytes of sound.`)
        return { type: 'audio', pcm: samplesOf(data) }
      }
      const message = vonageMessage.parse(JSON.parse(String(data)))
      return message.action === 'clear' ? { type: 'clear' } : { type: 'mark', name: message.payload.mark }
    },
  }
}

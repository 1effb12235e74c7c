import { z } from 'zod'

/** Twilio sends numbers as text; other speakers of its protocol send numbers. */
const number = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)])

const media = z.object({
  event: z.literal('media'),
  media: z.object({ track: z.string().optional(), timestamp: number.optional(), payload: z.base64() }),
})
const start = z.object({
  event: z.literal('start'),
  streamSid: z.string().min(1),
  start: z.object({
    callSid: z.string().optional(),
    mediaFormat: z.object({ encoding: z.string(), sampleRate: number, channels: number.optional() }),
  }),
})
const message = z.discriminatedUnion('event', [
  media,
  start,
  z.object({ event: z.literal('dtmf'), dtmf: z.object({ digit: z.string().regex(/^[0-9*#A-D]$/) }) }),
  z.object({ event: z.literal('mark'), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal('stop') }),
])
export type TwilioMessage = z.output<typeof message>

const anyEvent = z.object({ event: z.string() })

/** A message of Twilio's media stream; `unknown` for an event that is not used here, `invalid` for what is no message of it. */
export function readTwilioMessage(text: string): TwilioMessage | { event: 'unknown' | 'invalid' } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { event: 'invalid' }
  }
  const parsed = message.safeParse(json)
  if (parsed.success) return parsed.data
  const other = anyEvent.safeParse(json)
  const isOurs = other.success && ['media', 'start', 'dtmf', 'mark', 'stop'].includes(other.data.event)
  return { event: other.success && !isOurs ? 'unknown' : 'invalid' }
}

/** What is sent to Twilio: audio (µ-law, 8 kHz), a mark that comes back when everything before it was played, and the order to drop what was not. */
export const twilioMessages = {
  media: (streamSid: string, audio: Buffer) =>
    `{"event":"media","streamSid":${JSON.stringify(streamSid)},"media":{"payload":"${audio.toString('base64')}"}}`,
  mark: (streamSid: string, name: string) => JSON.stringify({ event: 'mark', streamSid, mark: { name } }),
  clear: (streamSid: string) => JSON.stringify({ event: 'clear', streamSid }),
}

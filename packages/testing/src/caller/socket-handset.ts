import { randomBytes } from 'node:crypto'
import { decodeMuLaw, encodeMuLaw } from '@parley/audio'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { Handset, OnSent } from './handset.ts'
import { createHearing } from './hearing.ts'
import { callerRate } from './microphone.ts'

const rate = 8_000
const frameMs = 20
const frameSamples = (rate * frameMs) / 1_000
const perFrame = callerRate / rate
const sameSoundMs = 300

const message = z.discriminatedUnion('event', [
  z.object({ event: z.literal('media'), streamSid: z.string(), media: z.object({ payload: z.base64() }) }),
  z.object({ event: z.literal('mark'), streamSid: z.string(), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal('clear'), streamSid: z.string() }),
])

type Playing = { frames: Buffer[]; next: number; restMs: number; startedAt?: number; done(startedAt: number, endedAt: number): void }
type Mark = { name: string; timer: NodeJS.Timeout }

export type SocketHandsetOptions = {
  /** `ws://…/media/twilio/<token>` */
  url: string
  onEnd: () => void
  /** Changes or swallows what would be sent; for faults. */
  onSend?: (message: object) => object | undefined
  onSent?: OnSent
  /** Root mean square of a steady noise behind the caller. */
  noise?: number
}

/**
 * A carrier with a caller on its line, in the protocol of Twilio's media streams: 20 ms of µ-law every 20 ms, what comes back is played in order and in
 * real time, a mark is echoed when it was played, `clear` drops what was not.
 */
export async function openSocketHandset({
  url,
  onEnd,
  onSend = (sent) => sent,
  onSent,
  noise = 0,
}: SocketHandsetOptions): Promise<Handset & { drop(): void }> {
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => reject(new Error(`The socket was refused with ${response.statusCode}.`)))
  })
  const streamSid = `MZ${randomBytes(16).toString('hex')}`
  const callSid = `CA${randomBytes(16).toString('hex')}`
  const accountSid = `AC${randomBytes(16).toString('hex')}`
  const hearing = createHearing(rate)
  let sequence = 0
  let chunk = 0
  let playedUntil = 0
  let playing: Playing | undefined
  let marks: Mark[] = []
  let over = false

  const send = (event: object) => {
    sequence += 1
    const changed = onSend({ ...event, sequenceNumber: String(sequence), streamSid })
    if (changed && socket.readyState === socket.OPEN) socket.send(JSON.stringify(changed))
  }
  const end = () => {
    if (over) return
    over = true
    clearTimeout(pacing)
    for (const { timer } of marks) clearTimeout(timer)
    onEnd()
  }
  socket.on('close', end)
  socket.on('error', end)
  socket.on('message', (data) => {
    const parsed = message.parse(JSON.parse(String(data)))
    const now = Date.now()
    if (parsed.event === 'media') {
      const pcm = decodeMuLaw(Buffer.from(parsed.media.payload, 'base64'))
      // Longer than that is not late but a new speech.
      if (now - playedUntil < sameSoundMs) hearing.lateMs.push(Math.max(0, now - playedUntil))
      playedUntil = Math.max(now, playedUntil)
      hearing.hear(pcm, playedUntil)
      playedUntil += (pcm.length * 1_000) / rate
    } else if (parsed.event === 'mark') {
      const mark: Mark = { name: parsed.mark.name, timer: setTimeout(() => echo(mark), Math.max(0, playedUntil - now)) }
      marks.push(mark)
    } else {
      hearing.dropAfter(now)
      playedUntil = now
      for (const mark of [...marks]) echo(mark)
    }
  })
  const echo = (mark: Mark) => {
    clearTimeout(mark.timer)
    marks = marks.filter((each) => each !== mark)
    send({ event: 'mark', mark: { name: mark.name } })
  }

  socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }))
  const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: rate, channels: 1 }
  send({ event: 'start', start: { streamSid, accountSid, callSid, tracks: ['inbound'], customParameters: {}, mediaFormat } })

  const startedAt = performance.now()
  const openedAt = Date.now()
  const silence = encodeMuLaw(new Int16Array(frameSamples))
  let pacing: NodeJS.Timeout | undefined
  /** A frame is sent when all of it has been spoken. */
  function pace() {
    const dueChunks = Math.floor((performance.now() - startedAt) / frameMs)
    while (chunk < dueChunks) {
      const current = playing
      const clean = current?.frames[current.next] ?? silence
      const payload = noise > 0 ? withNoise(clean, noise) : clean
      onSent?.(decodeMuLaw(payload), openedAt + chunk * frameMs)
      chunk += 1
      send({
        event: 'media',
        media: { track: 'inbound', chunk: String(chunk), timestamp: String((chunk - 1) * frameMs), payload: payload.toString('base64') },
      })
      if (!current) continue
      const now = Date.now()
      current.startedAt ??= now - frameMs
      current.next += 1
      if (current.next < current.frames.length) continue
      playing = undefined
      current.done(current.startedAt, now - current.restMs)
    }
    if (!over) pacing = setTimeout(pace, Math.max(1, startedAt + (chunk + 1) * frameMs - performance.now()))
  }
  pace()

  return {
    hearing,
    speak: (pcm) =>
      new Promise((resolve) => {
        const { frames, restMs } = framesOf(pcm)
        playing = { frames, restMs, next: 0, done: (from, to) => resolve({ startedAt: from, endedAt: to }) }
      }),
    press: async (key) => send({ event: 'dtmf', dtmf: { track: 'inbound_track', digit: key } }),
    /** The line dies without a word. */
    drop: () => socket.terminate(),
    async close() {
      send({ event: 'stop', stop: { accountSid, callSid } })
      end()
      socket.close(1000)
    },
  }
}

/** Even noise from -1 to 1 has a root mean square of one over the root of three. */
const withNoise = (frame: Buffer, level: number): Buffer =>
  encodeMuLaw(decodeMuLaw(frame).map((sample) => within(sample + Math.round((Math.random() * 2 - 1) * level * Math.sqrt(3)))))
const within = (sample: number) => Math.max(-32_768, Math.min(32_767, sample))

/** A line as a telephone sends it: 48 kHz averaged down to 8 kHz in µ-law frames; `restMs` of the last one are not speech. */
function framesOf(pcm: Int16Array): { frames: Buffer[]; restMs: number } {
  const samples = Math.floor(pcm.length / perFrame)
  const count = Math.max(1, Math.ceil(samples / frameSamples))
  const narrow = new Int16Array(count * frameSamples)
  for (let i = 0; i < samples; i += 1) {
    let sum = 0
    for (let k = 0; k < perFrame; k += 1) sum += pcm[i * perFrame + k] ?? 0
    narrow[i] = Math.round(sum / perFrame)
  }
  const frames = Array.from({ length: count }, (_, i) => encodeMuLaw(narrow.subarray(i * frameSamples, (i + 1) * frameSamples)))
  return { frames, restMs: ((count * frameSamples - samples) * 1_000) / rate }
}

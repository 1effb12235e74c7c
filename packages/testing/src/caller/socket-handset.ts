import { WebSocket } from 'ws'
import type { Handset, OnSent } from './handset.ts'
import { createHearing } from './hearing.ts'
import { callerRate } from './microphone.ts'
import { type SocketProtocol, type SocketProtocolName, socketProtocols } from './socket-protocols.ts'

const sameSoundMs = 300

type Playing = { pcm: Int16Array; next: number; startedAt?: number; done(startedAt: number, endedAt: number): void }
type Mark = { name: string; timer: NodeJS.Timeout }

export type SocketHandsetOptions = {
  /** `ws://…/media/<carrier>/<token>` */
  url: string
  /** Absent: the one the address names. */
  protocol?: SocketProtocol
  onEnd: () => void
  /** Changes or swallows what would be sent as text; for faults. */
  onSend?: (message: object) => object | undefined
  /** The socket stays open and nothing is sent on it while this is true. */
  isHalfOpen?: () => boolean
  onSent?: OnSent
  /** Root mean square of a steady noise behind the caller. */
  noise?: number
  /** The line carries no sound at all, not even silence. */
  isMute?: boolean
}

export type SocketHandset = Handset & {
  /** The line dies without a word. */
  drop(): void
  /** What was sent to us that the carrier would not have taken. */
  violations: string[]
}

/**
 * A carrier with a caller on its line, in the protocol of its media socket: sound goes out in real time, what comes back is played in order and in real
 * time, a mark is echoed when it was played, `clear` drops what was not.
 */
export async function openSocketHandset({
  url,
  protocol = socketProtocols[protocolOf(url)](),
  onEnd,
  onSend = (sent) => sent,
  isHalfOpen = () => false,
  onSent,
  noise = 0,
  isMute = false,
}: SocketHandsetOptions): Promise<SocketHandset> {
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => reject(new Error(`The socket was refused with ${response.statusCode}.`)))
  })
  const { rate, frameMs } = protocol
  const frameSamples = (rate * frameMs) / 1_000
  const hearing = createHearing(rate)
  const violations: string[] = []
  let chunk = 0
  let playedUntil = 0
  let playing: Playing | undefined
  let marks: Mark[] = []
  let over = false

  const send = (event: object | undefined) => {
    if (event === undefined || isHalfOpen()) return
    const changed = event instanceof Buffer ? event : onSend(event)
    if (changed === undefined || socket.readyState !== socket.OPEN) return
    socket.send(changed instanceof Buffer ? changed : JSON.stringify(changed))
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
  socket.on('message', (data, isBinary) => {
    try {
      receive(protocol.read(Buffer.isBuffer(data) ? data : Buffer.from(String(data)), isBinary))
    } catch (error) {
      violations.push(String(error))
    }
  })

  function receive(message: ReturnType<SocketProtocol['read']>) {
    const now = Date.now()
    if (message.type === 'audio') {
      // Longer than that is not late but a new speech.
      if (now - playedUntil < sameSoundMs) hearing.lateMs.push(Math.max(0, now - playedUntil))
      playedUntil = Math.max(now, playedUntil)
      hearing.hear(message.pcm, playedUntil)
      playedUntil += (message.pcm.length * 1_000) / rate
    } else if (message.type === 'mark') {
      const mark: Mark = { name: message.name, timer: setTimeout(() => echo(mark), Math.max(0, playedUntil - now)) }
      marks.push(mark)
    } else {
      hearing.dropAfter(now)
      playedUntil = now
      for (const mark of [...marks]) echo(mark)
      send(protocol.cleared())
    }
  }
  const echo = (mark: Mark) => {
    clearTimeout(mark.timer)
    marks = marks.filter((each) => each !== mark)
    send(protocol.mark(mark.name))
  }

  for (const message of protocol.hello()) send(message)
  const startedAt = performance.now()
  const openedAt = Date.now()
  let pacing: NodeJS.Timeout | undefined
  /** A frame is sent when all of it has been spoken. */
  function pace() {
    const dueChunks = Math.floor((performance.now() - startedAt) / frameMs)
    while (chunk < dueChunks) {
      const current = playing
      const frame = new Int16Array(frameSamples)
      if (current) frame.set(current.pcm.subarray(current.next, current.next + frameSamples))
      if (noise > 0) addNoise(frame, noise)
      onSent?.(frame, openedAt + chunk * frameMs)
      send(protocol.audio(frame, chunk * frameMs))
      chunk += 1
      if (!current) continue
      const now = Date.now()
      current.startedAt ??= now - frameMs
      current.next += frameSamples
      if (current.next < current.pcm.length) continue
      playing = undefined
      current.done(current.startedAt, now - ((current.next - current.pcm.length) * 1_000) / rate)
    }
    if (!over) pacing = setTimeout(pace, Math.max(1, startedAt + (chunk + 1) * frameMs - performance.now()))
  }
  if (!isMute) pace()

  return {
    hearing,
    violations,
    speak: (pcm) =>
      new Promise((resolve) => {
        playing = { pcm: narrowed(pcm, rate), next: 0, done: (from, to) => resolve({ startedAt: from, endedAt: to }) }
      }),
    press: async (key) => send(protocol.key(key)),
    drop: () => socket.terminate(),
    async close() {
      send(protocol.stop())
      end()
      socket.close(1000)
    },
  }
}

function protocolOf(url: string): SocketProtocolName {
  const [, name] = /\/media\/(\w+)\//.exec(url) ?? []
  return name === 'exotel' || name === 'vonage' ? name : 'twilio'
}

/** Even noise from -1 to 1 has a root mean square of one over the root of three. */
function addNoise(frame: Int16Array, level: number) {
  for (const [i, sample] of frame.entries()) frame[i] = within(sample + Math.round((Math.random() * 2 - 1) * level * Math.sqrt(3)))
}
const within = (sample: number) => Math.max(-32_768, Math.min(32_767, sample))

/** A line as a telephone sends it: 48 kHz averaged down to its rate. */
function narrowed(pcm: Int16Array, rate: number): Int16Array {
  const each = callerRate / rate
  return Int16Array.from({ length: Math.max(1, Math.floor(pcm.length / each)) }, (_, i) => {
    let sum = 0
    for (let k = 0; k < each; k += 1) sum += pcm[i * each + k] ?? 0
    return Math.round(sum / each)
  })
}

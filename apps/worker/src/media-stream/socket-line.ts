import { setTimeout as sleep } from 'node:timers/promises'
import { createResampler, dtmfTones } from '@parley/audio'
import type { WebSocket } from 'ws'
import type { Clock } from '../clock.ts'
import { contactSampleRate } from '../speech/recogniser.ts'
import type { Line, LineEvent } from '../turn-taking/line.ts'
import { createFramer } from './framer.ts'
import { createFrameOrder } from './jitter.ts'
import type { MediaCodec, MediaProtocol } from './media-codec.ts'

/** A mark follows this much audio: what comes back tells how far was played. */
const markEveryMs = 200
/** A carrier sends sound all the time; without any for this long the line is dead although its socket is open. */
const deadAfterMs = 5_000
const lookMs = 1_000
/** For the last mark to come back before the line is closed. */
const playedOutWithinMs = 10_000
/** Unreadable messages are counted and told once in so many. */
const tellInvalidEvery = 100

export type SocketNote = { code: 'SOCKET_MESSAGE_INVALID' | 'SOCKET_EVENT_UNKNOWN' | 'SOCKET_FRAMES_LOST'; detail: string }
export type SocketLineOptions = {
  /** How this carrier's socket is read, and how it is written to in the format it announced. */
  protocol: MediaProtocol
  codec: MediaCodec
  clock: Clock
  /** How the carrier moves the call to somebody else; absent: it cannot. */
  transfer?: Line['transfer']
  /** Waited for before we end the line: whoever the carrier asks what to do next has to know it by then. Does not fail. */
  beforeHangUp?: () => Promise<unknown>
  /** The socket ended without the carrier's word that the call is over: the call may come back on another one. */
  onLost(): void
  onNote(note: SocketNote): void
}

/** A telephone call on a carrier's media socket that has said which stream and format it is. */
export function createSocketLine(
  socket: WebSocket,
  { protocol, codec, clock, transfer, beforeHangUp, onLost, onNote }: SocketLineOptions,
): Line {
  const listeners: ((event: LineEvent) => void)[] = []
  const { rate } = codec.format
  const upsample = rate === contactSampleRate ? undefined : createResampler(rate, contactSampleRate)
  /** Speech is made at 8 or 24 kHz; a line between takes the better one, brought down. */
  const speechRate = rate === 8_000 ? rate : 24_000
  const downsample = speechRate === rate ? undefined : createResampler(speechRate, rate)
  const inOrder = createFrameOrder(rate)
  const framer = createFramer(codec.frameSamples, sendFrame)
  let over = false
  /** The carrier takes the line away for somebody else; its end is no hang-up, if it comes to that. */
  let moving: { ended?: () => void } | undefined
  let lastMediaAt = clock.now()
  let invalid = 0
  let sinceMark = 0
  let marks = 0
  let marksBack = 0
  let onMark: () => void = () => undefined

  const send = (message: string | Buffer) => {
    if (socket.readyState === socket.OPEN) socket.send(message)
  }
  const tell = (event: LineEvent) => {
    for (const listener of listeners) listener(event)
  }
  function emit(event: LineEvent) {
    if (!over) tell(event)
  }
  function end(finish: () => void) {
    if (over) return
    if (moving) moving.ended ??= finish
    else finish()
    over = true
    stop()
    socket.terminate()
  }

  function stop() {
    clearInterval(watch)
    framer.drop()
  }

  function hear(frame: Int16Array, timestampMs: number | undefined) {
    lastMediaAt = clock.now()
    const pcm = inOrder(frame, timestampMs)
    if (pcm.length > frame.length)
      onNote({ code: 'SOCKET_FRAMES_LOST', detail: `${Math.round(((pcm.length - frame.length) * 1_000) / rate)} ms` })
    const heard = upsample ? upsample.next(pcm) : pcm
    if (heard.length > 0) emit({ type: 'audio', pcm: heard, at: lastMediaAt })
  }

  function unreadable(code: SocketNote['code']) {
    if (invalid % tellInvalidEvery === 0) onNote({ code, detail: String(invalid + 1) })
    invalid += 1
  }

  socket.on('message', (data, isBinary) => {
    const message = protocol.read(Buffer.isBuffer(data) ? data : Buffer.from(String(data)), isBinary, codec.format)
    switch (message.type) {
      case 'audio':
        return hear(message.pcm, message.timestampMs)
      case 'key':
        return emit({ type: 'key', key: message.key })
      case 'mark':
        marksBack += 1
        return onMark()
      case 'stop':
        return end(() => tell({ type: 'left', by: 'contact' }))
      case 'start':
      case 'ignored':
        return
      case 'unknown':
        return unreadable('SOCKET_EVENT_UNKNOWN')
      case 'invalid':
        return unreadable('SOCKET_MESSAGE_INVALID')
    }
  })
  socket.on('close', () => end(onLost))
  socket.on('error', () => end(onLost))
  const watch = setInterval(() => {
    if (clock.now() - lastMediaAt >= deadAfterMs) end(onLost)
  }, lookMs)

  function sendFrame(pcm: Int16Array) {
    send(codec.audio(pcm))
    sinceMark += pcm.length
    if (sinceMark >= (markEveryMs * rate) / 1_000) mark()
  }

  function mark() {
    sinceMark = 0
    marks += 1
    send(codec.mark(String(marks)))
  }

  /** Everything that was sent has been played, or dropped. */
  async function playedOut() {
    if (over) return
    framer.flush()
    mark()
    const isPlayed = new Promise<void>((resolve) => {
      onMark = () => {
        if (marksBack >= marks) resolve()
      }
    })
    const late = new AbortController()
    await Promise.race([isPlayed, sleep(playedOutWithinMs, undefined, { signal: late.signal }).catch(() => undefined)])
    late.abort()
  }

  return {
    output: {
      sampleRate: speechRate,
      play: (pcm) => framer.push(downsample ? downsample.next(pcm) : pcm),
      clear() {
        downsample?.reset()
        framer.drop()
        send(codec.clear())
      },
    },
    onEvent: (listener) => void listeners.push(listener),
    answered: async () => !over,
    async sendKeys(keys) {
      framer.push(dtmfTones(keys, rate))
      await playedOut()
    },
    async transfer(wanted) {
      if (!transfer) return 'failed'
      await playedOut()
      const move: { ended?: () => void } = {}
      moving = move
      const outcome = await transfer(wanted)
      moving = undefined
      if (outcome !== 'connected') move.ended?.()
      return outcome
    },
    async hangUp() {
      await playedOut()
      await beforeHangUp?.()
      over = true
      stop()
      socket.close(1000)
    },
    async close() {
      over = true
      stop()
      socket.close(1000)
    },
  }
}

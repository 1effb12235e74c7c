import { setTimeout as sleep } from 'node:timers/promises'
import { createResampler, decodeMuLaw, dtmfTones, encodeMuLaw } from '@parley/audio'
import type { WebSocket } from 'ws'
import type { Clock } from '../clock.ts'
import { contactSampleRate } from '../speech/recogniser.ts'
import type { Line, LineEvent } from '../turn-taking/line.ts'
import { createFrameOrder } from './jitter.ts'
import { readTwilioMessage, twilioMessages } from './twilio-messages.ts'

const lineRate = 8_000
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
  streamSid: string
  clock: Clock
  /** The socket ended without the carrier's word that the call is over: the call may come back on another one. */
  onLost(): void
  onNote(note: SocketNote): void
}

/** A telephone call on a carrier's media socket (Twilio's form) that has said `start`. */
export function createSocketLine(socket: WebSocket, { streamSid, clock, onLost, onNote }: SocketLineOptions): Line {
  const listeners: ((event: LineEvent) => void)[] = []
  const upsample = createResampler(lineRate, contactSampleRate)
  const inOrder = createFrameOrder()
  let over = false
  let lastMediaAt = clock.now()
  let invalid = 0
  let sinceMark = 0
  let marks = 0
  let marksBack = 0
  let onMark: () => void = () => undefined

  const send = (message: string) => {
    if (socket.readyState === socket.OPEN) socket.send(message)
  }
  function emit(event: LineEvent) {
    if (!over) for (const listener of listeners) listener(event)
  }
  function end(finish: () => void) {
    if (over) return
    finish()
    over = true
    clearInterval(watch)
    socket.terminate()
  }

  function hear(payload: string, timestamp: number | undefined) {
    lastMediaAt = clock.now()
    const frame = decodeMuLaw(Buffer.from(payload, 'base64'))
    const pcm = inOrder(frame, timestamp)
    if (pcm.length > frame.length) onNote({ code: 'SOCKET_FRAMES_LOST', detail: `${Math.round((pcm.length - frame.length) / 8)} ms` })
    const upsampled = upsample.next(pcm)
    if (upsampled.length > 0) emit({ type: 'audio', pcm: upsampled, at: lastMediaAt })
  }

  function unreadable(code: SocketNote['code']) {
    if (invalid % tellInvalidEvery === 0) onNote({ code, detail: String(invalid + 1) })
    invalid += 1
  }

  socket.on('message', (data, isBinary) => {
    const message = isBinary ? { event: 'invalid' as const } : readTwilioMessage(String(data))
    switch (message.event) {
      case 'media':
        // Of both tracks only the contact's is theirs.
        if (message.media.track !== 'outbound') hear(message.media.payload, message.media.timestamp)
        return
      case 'dtmf':
        return emit({ type: 'key', key: message.dtmf.digit })
      case 'mark':
        marksBack += 1
        return onMark()
      case 'stop':
        return end(() => emit({ type: 'left', by: 'contact' }))
      case 'start':
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

  function play(pcm: Int16Array) {
    send(twilioMessages.media(streamSid, encodeMuLaw(pcm)))
    sinceMark += pcm.length
    if (sinceMark < (markEveryMs * lineRate) / 1_000) return
    mark()
  }

  function mark() {
    sinceMark = 0
    marks += 1
    send(twilioMessages.mark(streamSid, String(marks)))
  }

  /** Everything that was sent has been played, or dropped. */
  async function playedOut() {
    if (over) return
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
      sampleRate: lineRate,
      play,
      clear: () => send(twilioMessages.clear(streamSid)),
    },
    onEvent: (listener) => void listeners.push(listener),
    answered: async () => !over,
    async sendKeys(keys) {
      play(dtmfTones(keys, lineRate))
      await playedOut()
    },
    /** The socket carries sound; moving the call is the carrier's to do. */
    transfer: async () => 'failed',
    async hangUp() {
      await playedOut()
      over = true
      clearInterval(watch)
      socket.close(1000)
    },
    async close() {
      over = true
      clearInterval(watch)
      socket.close(1000)
    },
  }
}

import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { createKnownUtterances } from './known-utterances.ts'
import type { VendorDelays } from './vendor-stand-in.ts'

type Event = 'StartOfTurn' | 'Update' | 'EagerEndOfTurn' | 'TurnResumed' | 'EndOfTurn'

const updateEveryMs = 240
/** How often it looks at what it has heard. */
const lookEveryMs = 60
/** Silence after which the turn is perhaps over, and after which it is. */
const eagerAfterMs = 100
const overAfterMs = 200

/** Serves one `WS /v2/listen` with 16 kHz linear audio: turns as Flux tells them, over after 200 ms of silence, eagerly after 100 ms if asked. */
export function serveFlux(
  socket: WebSocket,
  known: ReturnType<typeof createKnownUtterances>,
  { eager, delays }: { eager: boolean; delays: () => VendorDelays },
): void {
  const stream = known.listen()
  const requestId = randomUUID()
  let sequence = 0
  let turn = 0
  let said = ''
  let isEager = false
  let updatedAt = 0
  let began = false
  let lookedAt = 0

  const send = (message: object) => {
    const { recognitionMs, jitterMs } = delays()
    const deliver = () => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ request_id: requestId, sequence_id: sequence++, ...message }))
    }
    const wait = recognitionMs + Math.random() * jitterMs
    if (wait > 1) setTimeout(deliver, wait)
    else deliver()
  }
  const tell = (event: Event, text: string, sureness: number) =>
    send({
      type: 'TurnInfo',
      event,
      turn_index: turn,
      audio_window_start: 0,
      audio_window_end: stream.positionMs() / 1_000,
      transcript: text,
      words: text.split(' ').flatMap((word) => (word ? [{ word, confidence: 0.95 }] : [])),
      end_of_turn_confidence: sureness,
    })

  function follow() {
    const { text } = stream.words()
    const silentMs = stream.quietMs()
    if (text !== said) {
      if (isEager) tell('TurnResumed', text, 0.1)
      isEager = false
      said = text
      if (!began) tell('StartOfTurn', text, 0.1)
      else if (stream.positionMs() - updatedAt >= updateEveryMs) tell('Update', text, 0.1)
      else return
      began = true
      updatedAt = stream.positionMs()
      return
    }
    if (text === '') return
    if (silentMs >= overAfterMs) {
      tell('EndOfTurn', text, 0.9)
      stream.settle()
      turn += 1
      said = ''
      began = isEager = false
    } else if (eager && !isEager && silentMs >= eagerAfterMs) {
      isEager = true
      tell('EagerEndOfTurn', text, 0.5)
    }
  }

  send({ type: 'Connected' })
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) {
      if (JSON.parse(String(data)).type === 'CloseStream') socket.close(1000)
      return
    }
    const samples = new Int16Array(data.byteLength >> 1)
    new Uint8Array(samples.buffer).set(data.subarray(0, samples.byteLength))
    stream.push(samples)
    if (!stream.isHearing() || stream.positionMs() - lookedAt < lookEveryMs) return
    lookedAt = stream.positionMs()
    follow()
  })
}

import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { garbage } from './garbage.ts'
import type { Visit } from './visit.ts'

/** The way out of a socket, with the fault of its visit. */
export type SocketOutlet = {
  send(message: object): void
  close(code: number, reason?: string): void
  /** So much of an utterance has been spoken; with `midUtteranceClose` it may be the end. */
  spoken(ms: number): void
}

/** Counts what goes through a socket and makes its visit's fault happen. `raw` is the connection under the socket. */
export function openSocketOutlet(socket: WebSocket, raw: Duplex, visit: Visit): SocketOutlet {
  const { behaviour, counters } = visit
  const nextGarbage = garbage()
  const mute = () => visit.fault() === 'silence' || visit.fault() === 'halfOpen'
  const give = (data: string | Uint8Array) => {
    if (socket.readyState !== socket.OPEN) return
    counters.bytesOut += Buffer.byteLength(data)
    socket.send(data)
  }
  const breakLine = () => {
    if (behaviour.fault === 'drop') socket.terminate()
    if (behaviour.fault === 'halfOpen') socket.pause()
  }
  const timer = setTimeout(breakLine, behaviour.faultAfterMs)
  if (behaviour.faultAfterMs === 0) breakLine()

  counters.openSockets += 1
  socket.on('message', (data: Buffer) => {
    counters.bytesIn += data.length
  })
  socket.on('error', (error) => {
    counters.lastError = error.message
  })
  socket.on('close', () => {
    clearTimeout(timer)
    counters.openSockets -= 1
  })

  return {
    send(message) {
      if (mute()) return
      const text = JSON.stringify(message)
      if (visit.fault() === 'garbage') give(nextGarbage())
      else if (visit.fault() !== 'midMessageClose') give(text)
      else if (socket.readyState === socket.OPEN) raw.write(cutFrame(text), () => raw.destroy())
    },
    close(code, reason) {
      if (!mute()) socket.close(code, reason)
    },
    spoken(ms) {
      if (behaviour.fault === 'midUtteranceClose' && ms >= behaviour.faultAfterMs) socket.close(1011)
    },
  }
}

/** The first half of a text frame as it would go over the wire (RFC 6455, 5.2). */
function cutFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  const header = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10)
  header.writeUInt8(0x81, 0)
  header.writeUInt8(payload.length < 126 ? payload.length : payload.length < 65_536 ? 126 : 127, 1)
  if (header.length === 4) header.writeUInt16BE(payload.length, 2)
  if (header.length === 10) header.writeBigUInt64BE(BigInt(payload.length), 2)
  return Buffer.concat([header, payload.subarray(0, payload.length >> 1)])
}

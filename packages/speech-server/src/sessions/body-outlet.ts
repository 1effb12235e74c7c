import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { garbage } from './garbage.ts'
import type { Visit } from './visit.ts'

/** The way out of an HTTP answer, with the fault of its visit. */
export type BodyOutlet = {
  /** `spokenMs`: how much has been spoken when these bytes are played; null: they are the whole answer. False: there is no going on. */
  write(bytes: Uint8Array | string, spokenMs: number | null): Promise<boolean>
  end(): void
}

/** Answers with status 200 and this content type at the first bytes; makes the visit's fault happen. */
export function openBodyOutlet(response: ServerResponse, visit: Visit, contentType: string): BodyOutlet {
  const { behaviour, counters } = visit
  const nextGarbage = garbage()
  const mute = () => visit.fault() === 'silence' || visit.fault() === 'halfOpen'
  const timer = setTimeout(() => {
    if (behaviour.fault === 'drop') response.destroy()
    if (behaviour.fault === 'halfOpen') response.socket?.pause()
  }, behaviour.faultAfterMs)
  response.once('close', () => clearTimeout(timer))

  const give = async (bytes: Uint8Array | string, last = false) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': contentType })
    counters.bytesOut += Buffer.byteLength(bytes)
    const full = !response.write(bytes, () => last && response.destroy())
    if (full && !last) await Promise.race([once(response, 'drain'), once(response, 'close')])
    return !last && !response.destroyed
  }

  return {
    async write(bytes, spokenMs) {
      if (response.destroyed) return false
      if (mute()) return true
      if (visit.fault() === 'garbage') return give(nextGarbage())
      const utteranceEnds = behaviour.fault === 'midUtteranceClose' && (spokenMs ?? Number.POSITIVE_INFINITY) >= behaviour.faultAfterMs
      if (utteranceEnds && spokenMs !== null) return give(bytes, true)
      if (!utteranceEnds && visit.fault() !== 'midMessageClose') return give(bytes)
      const whole = Buffer.from(bytes)
      return give(whole.subarray(0, whole.length >> 1), true)
    },
    end() {
      if (behaviour.fault === 'midUtteranceClose') response.destroy()
      else if (!mute()) response.end()
    },
  }
}

import type { CarrierFaults } from './faults.ts'
import type { CallState, WebRequest } from './simulated-call.ts'

const withinMs = 15_000

/** Sends a carrier's webhooks: of one call in order, unless a fault says otherwise. Nobody hearing them is no trouble of the carrier's. */
export function createMessenger(faults: () => CarrierFaults) {
  const tails = new Map<string, Promise<unknown>>()
  const timers = new Set<NodeJS.Timeout>()
  let closed = false

  const post = (request: WebRequest) => (closed ? Promise.resolve('') : sent(request))
  function queue(callId: string, request: WebRequest) {
    const tail = (tails.get(callId) ?? Promise.resolve()).then(() => post(request)).catch(() => undefined)
    tails.set(callId, tail)
  }

  return {
    tell(callId: string, state: CallState | 'machine', request: WebRequest | undefined) {
      if (!request) return
      const fault = faults().webhook?.({ callId, state })
      if (fault === 'drop') return
      if (typeof fault === 'object') {
        const timer = setTimeout(() => {
          timers.delete(timer)
          post(request).catch(() => undefined)
        }, fault.lateMs)
        timers.add(timer)
        return
      }
      queue(callId, request)
      if (fault === 'twice') queue(callId, request)
    },
    /** What the studio answers. Throws when it does not. */
    ask: (callId: string, request: WebRequest): Promise<string> =>
      faults().webhook?.({ callId, state: 'answer' }) === 'drop' ? Promise.reject(new Error('The question was lost.')) : post(request),
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** A password in the address goes into a header, as it does at the carrier. */
async function sent({ url, method, headers, body }: WebRequest): Promise<string> {
  const target = new URL(url)
  const { username, password } = target
  target.username = ''
  target.password = ''
  const authorization = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`
  const response = await fetch(target, {
    method,
    headers: username ? { ...headers, authorization } : headers,
    body,
    signal: AbortSignal.timeout(withinMs),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The webhook was answered with ${response.status}.`)
  return text
}

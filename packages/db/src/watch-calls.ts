import pg from 'pg'
import { callChannel } from './notify-call.ts'

const firstDelayMs = 100
const longestDelayMs = 5_000

/**
 * Calls `onNotify` for every change of a call in the whole database, over one connection of its own that is opened
 * again (with growing pauses) when it breaks. What happened meanwhile is not told: `onReconnect` is the moment to
 * read again. The ids say nothing about tenants: read the call with the tenant's own query before showing anything.
 */
export function watchCalls(
  url: string,
  onNotify: (callId: string, seq: number) => void,
  onReconnect: () => void = () => {},
): { ready: Promise<void>; close(): Promise<void> } {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let delayMs = firstDelayMs
  let closed = false
  let connectedBefore = false
  let listening = () => {}
  const ready = new Promise<void>((resolve) => {
    listening = resolve
  })

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
    client = fresh
    let lost = false
    const again = () => {
      if (lost || closed) return
      lost = true
      fresh.end().catch(() => {})
      timer = setTimeout(connect, delayMs)
      delayMs = Math.min(delayMs * 2, longestDelayMs)
    }
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ payload = '' }) => {
      const split = payload.lastIndexOf(':')
      const seq = Number(payload.slice(split + 1))
      if (split > 0 && Number.isInteger(seq)) onNotify(payload.slice(0, split), seq)
    })
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${callChannel}`)
    } catch {
      return again()
    }
    delayMs = firstDelayMs
    listening()
    if (connectedBefore) onReconnect()
    connectedBefore = true
  }
  void connect()

  return {
    ready,
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}

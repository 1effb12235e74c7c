import pg from 'pg'

const firstDelayMs = 100
const longestDelayMs = 5_000

export type Listening = { ready: Promise<void>; close(): Promise<void> }

/**
 * Hears everything told on a channel of the database, over one connection of its own that is opened again (with growing pauses) when it breaks. What
 * happened meanwhile is not told: `onReconnect` is the moment to read again.
 */
export function listenTo(
  url: string,
  channel: string,
  onPayload: (payload: string) => void,
  onReconnect: () => void = () => {},
): Listening {
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
    fresh.on('notification', ({ payload = '' }) => onPayload(payload))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${channel}`)
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

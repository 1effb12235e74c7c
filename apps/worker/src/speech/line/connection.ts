import { faultOfStatus, SpeechError } from '../speech-error.ts'

/** A vendor's client on one socket, not yet connected. */
export type ProviderSocket<Message> = {
  on(listeners: { open(): void; message(message: Message): void; error(error: Error): void; close(): void }): void
  connect(): void
  send(pcm: Int16Array): void
  /** Where the vendor has them. */
  keepAlive?(): void
  finalize?(): void
  close(): void
}

type ConnectionHandlers<Message> = {
  onOpen(): void
  onMessage(message: Message): void
  /** Exactly once, unless closed by us. */
  onLost(error: SpeechError): void
}

/** One socket to the provider, never renewed by itself. Sends nothing before it is open. */
export type Connection = {
  isOpen(): boolean
  send(pcm: Int16Array): void
  finalize(): void
  lose(error: SpeechError): void
  close(): void
}

const keepAliveMs = 5_000

/** How the vendor's client is told to connect: once, and no longer than we wait ourselves. */
export const connectOnce = { reconnectAttempts: 0, connectionTimeoutInSeconds: 10 } as const

/** Opens a socket; one that is not open `withinMs` milliseconds later is lost. */
export function connect<Message>(
  make: () => Promise<ProviderSocket<Message>>,
  withinMs: number,
  handlers: ConnectionHandlers<Message>,
): Connection {
  let socket: ProviderSocket<Message> | undefined
  let open = false
  let over = false
  let keepAlive: NodeJS.Timeout | undefined
  const deadline = setTimeout(() => lose(new SpeechError('recognition', 'TIMEOUT', 'no connection')), withinMs)

  function end() {
    over = true
    open = false
    clearTimeout(deadline)
    clearInterval(keepAlive)
    socket?.close()
  }

  function lose(error: SpeechError) {
    if (over) return
    end()
    handlers.onLost(error)
  }

  async function start() {
    const made = await make()
    if (over) return made.close()
    socket = made
    made.on({
      open() {
        if (over) return made.close()
        open = true
        clearTimeout(deadline)
        keepAlive = setInterval(() => give(() => made.keepAlive?.()), keepAliveMs)
        handlers.onOpen()
      },
      message(message) {
        if (!over) handlers.onMessage(message)
      },
      error: (error) => lose(errorOfHandshake(error, open)),
      // On a refused handshake the close comes before the error that tells why.
      close: () => void setImmediate(() => lose(new SpeechError('recognition', open ? 'BROKEN' : 'UNAVAILABLE', 'closed'))),
    })
    made.connect()
  }
  start().catch((error: unknown) => lose(new SpeechError('recognition', 'UNAVAILABLE', String(error))))

  /** The socket may have closed a moment before it says so; the vendor's client then throws. */
  function give(message: (made: ProviderSocket<Message>) => void) {
    if (!open || !socket) return
    try {
      message(socket)
    } catch (error) {
      lose(new SpeechError('recognition', 'BROKEN', String(error)))
    }
  }

  return {
    isOpen: () => open,
    send: (pcm) => give((made) => made.send(pcm)),
    finalize: () => give((made) => made.finalize?.()),
    lose,
    close: () => {
      if (!over) end()
    },
  }
}

function errorOfHandshake(error: Error, wasOpen: boolean): SpeechError {
  if (error instanceof SpeechError) return error
  const status = /response: (\d{3})/.exec(error.message)?.[1]
  if (status) return new SpeechError('recognition', faultOfStatus(Number(status)), status)
  if (error.message === 'TIMEOUT') return new SpeechError('recognition', 'TIMEOUT', 'no connection')
  return new SpeechError('recognition', wasOpen ? 'BROKEN' : 'UNAVAILABLE', error.message)
}

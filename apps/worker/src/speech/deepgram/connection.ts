import type { DeepgramClient } from '@deepgram/sdk'
import { z } from 'zod'
import { faultOfStatus, SpeechError } from '../speech-error.ts'

export type ListenArgs = Parameters<DeepgramClient['listen']['v1']['connect']>[0]
type Socket = Awaited<ReturnType<DeepgramClient['listen']['v1']['connect']>>

/** The part of a message with words that is used; everything else of the protocol is passed over. */
const listenResults = z.object({
  type: z.literal('Results'),
  is_final: z.boolean().default(false),
  speech_final: z.boolean().default(false),
  from_finalize: z.boolean().default(false),
  channel: z.object({ alternatives: z.array(z.object({ transcript: z.string(), confidence: z.number().default(0) })) }),
})
export type ListenResults = z.output<typeof listenResults>

type ConnectionHandlers = {
  onOpen(): void
  onResults(results: ListenResults): void
  /** Exactly once, unless closed by us. */
  onLost(error: SpeechError): void
}

/** One socket to the provider, never renewed by itself. Sends nothing before it is open. */
export type Connection = {
  isOpen(): boolean
  send(pcm: Int16Array): void
  finalize(): void
  close(): void
}

const connectDeadlineMs = 1_000
const keepAliveMs = 5_000

export function connect(client: DeepgramClient, args: ListenArgs, handlers: ConnectionHandlers): Connection {
  let socket: Socket | undefined
  let open = false
  let over = false
  let keepAlive: NodeJS.Timeout | undefined
  const deadline = setTimeout(() => lose(new SpeechError('recognition', 'TIMEOUT', 'no connection')), connectDeadlineMs)

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
    const made = await client.listen.v1.connect({ ...args, reconnectAttempts: 0, connectionTimeoutInSeconds: 10 })
    if (over) return made.close()
    socket = made
    made.on('open', () => {
      if (over) return made.close()
      open = true
      clearTimeout(deadline)
      keepAlive = setInterval(() => give(() => made.sendKeepAlive({ type: 'KeepAlive' })), keepAliveMs)
      handlers.onOpen()
    })
    made.on('message', (message) => {
      const results = over ? undefined : listenResults.safeParse(message).data
      if (results) handlers.onResults(results)
    })
    made.on('error', (error) => lose(errorOfHandshake(error, open)))
    // On a refused handshake the close comes before the error that tells why.
    made.on('close', () => setImmediate(() => lose(new SpeechError('recognition', open ? 'BROKEN' : 'UNAVAILABLE', 'closed'))))
    made.connect()
  }
  start().catch((error: unknown) => lose(new SpeechError('recognition', 'UNAVAILABLE', String(error))))

  /** The socket may have closed a moment before it says so; the vendor's client then throws. */
  function give(message: (made: Socket) => void) {
    if (!open || !socket) return
    try {
      message(socket)
    } catch (error) {
      lose(new SpeechError('recognition', 'BROKEN', String(error)))
    }
  }

  return {
    isOpen: () => open,
    send: (pcm) => give((made) => made.sendMedia(pcm)),
    finalize: () => give((made) => made.sendFinalize({ type: 'Finalize' })),
    close: () => {
      if (!over) end()
    },
  }
}

function errorOfHandshake(error: Error, wasOpen: boolean): SpeechError {
  const status = /response: (\d{3})/.exec(error.message)?.[1]
  if (status) return new SpeechError('recognition', faultOfStatus(Number(status)), status)
  if (error.message === 'TIMEOUT') return new SpeechError('recognition', 'TIMEOUT', 'no connection')
  return new SpeechError('recognition', wasOpen ? 'BROKEN' : 'UNAVAILABLE', error.message)
}

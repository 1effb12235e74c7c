import type { DeepgramClient } from '@deepgram/sdk'
import { connectOnce, type ProviderSocket } from '../line/connection.ts'

type Socket = Awaited<ReturnType<DeepgramClient['listen']['v1']['connect']>>
type Message = Parameters<NonNullable<Parameters<Socket['on']>[1]>>[0]
export type NovaArgs = Omit<Parameters<DeepgramClient['listen']['v1']['connect']>[0], 'Authorization'>
export type NovaResults = Extract<Message, { type: 'Results' }>

/** A socket to `/v1/listen`: words as they come, the end of a turn is the listener's affair. */
export async function novaSocket(client: DeepgramClient, args: NovaArgs): Promise<ProviderSocket<NovaResults>> {
  // The client fills the header in from its key.
  const socket = await client.listen.v1.connect({ ...args, ...connectOnce, Authorization: '' })
  return {
    on({ open, message, error, close }) {
      socket.on('open', open)
      socket.on('message', (received) => {
        if (typeof received === 'object' && 'type' in received && received.type === 'Results') message(received)
      })
      socket.on('error', error)
      socket.on('close', close)
    },
    connect: () => void socket.connect(),
    send: (pcm) => socket.sendMedia(pcm),
    keepAlive: () => socket.sendKeepAlive({ type: 'KeepAlive' }),
    finalize: () => socket.sendFinalize({ type: 'Finalize' }),
    close: () => socket.close(),
  }
}

import type { DeepgramClient } from '@deepgram/sdk'
import { connectOnce, type ProviderSocket } from '../line/connection.ts'

type Socket = Awaited<ReturnType<DeepgramClient['listen']['v2']['connect']>>
type Message = Parameters<NonNullable<Parameters<Socket['on']>[1]>>[0]
export type FluxArgs = Omit<Parameters<DeepgramClient['listen']['v2']['connect']>[0], 'Authorization'>
export type FluxMessage = Extract<Message, { type: 'TurnInfo' | 'Error' }>

/** A socket to `/v2/listen`: turns as the provider hears them. Knows neither KeepAlive nor Finalize. */
export async function fluxSocket(client: DeepgramClient, args: FluxArgs): Promise<ProviderSocket<FluxMessage>> {
  // The client fills the header in from its key.
  const socket = await client.listen.v2.connect({ ...args, ...connectOnce, Authorization: '' })
  return {
    on({ open, message, error, close }) {
      socket.on('open', open)
      socket.on('message', (received) => {
        if (typeof received === 'object' && 'type' in received && (received.type === 'TurnInfo' || received.type === 'Error'))
          message(received)
      })
      socket.on('error', error)
      socket.on('close', close)
    },
    connect: () => void socket.connect(),
    send: (pcm) => socket.sendMedia(pcm),
    close: () => socket.close(),
  }
}

import type { DeepgramClient } from '@deepgram/sdk'
import { z } from 'zod'
import { connectOnce, type ProviderSocket } from '../line/connection.ts'

export type FluxArgs = Omit<Parameters<DeepgramClient['listen']['v2']['connect']>[0], 'Authorization'>

/** The part of the messages that is used; everything else of the protocol is passed over. */
const fluxMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('TurnInfo'),
    event: z.string(),
    transcript: z.string(),
    words: z.array(z.object({ confidence: z.number() })).default([]),
    languages: z.array(z.string()).optional(),
  }),
  z.object({ type: z.literal('Error'), code: z.string() }),
])
export type FluxMessage = z.output<typeof fluxMessage>

/** A socket to `/v2/listen`: turns as the provider hears them. Knows neither KeepAlive nor Finalize. */
export async function fluxSocket(client: DeepgramClient, args: FluxArgs): Promise<ProviderSocket<FluxMessage>> {
  // The client fills the header in from its key.
  const socket = await client.listen.v2.connect({ ...args, ...connectOnce, Authorization: '' })
  return {
    on({ open, message, error, close }) {
      socket.on('open', open)
      socket.on('message', (received) => {
        const known = fluxMessage.safeParse(received).data
        if (known) message(known)
      })
      socket.on('error', error)
      socket.on('close', close)
    },
    connect: () => void socket.connect(),
    send: (pcm) => socket.sendMedia(pcm),
    close: () => socket.close(),
  }
}

import type { DeepgramClient } from '@deepgram/sdk'
import { z } from 'zod'
import { connectOnce, type ProviderSocket } from '../line/connection.ts'

export type NovaArgs = Omit<Parameters<DeepgramClient['listen']['v1']['connect']>[0], 'Authorization'>

/** The part of a message with words that is used; everything else of the protocol is passed over. */
const novaResults = z.object({
  type: z.literal('Results'),
  is_final: z.boolean().default(false),
  speech_final: z.boolean().default(false),
  from_finalize: z.boolean().default(false),
  channel: z.object({
    alternatives: z.array(
      z.object({ transcript: z.string(), confidence: z.number().default(0), languages: z.array(z.string()).optional() }),
    ),
  }),
})
export type NovaResults = z.output<typeof novaResults>

/** A socket to `/v1/listen`: words as they come, the end of a turn is the listener's affair. */
export async function novaSocket(client: DeepgramClient, args: NovaArgs): Promise<ProviderSocket<NovaResults>> {
  // The client fills the header in from its key.
  const socket = await client.listen.v1.connect({ ...args, ...connectOnce, Authorization: '' })
  return {
    on({ open, message, error, close }) {
      socket.on('open', open)
      socket.on('message', (received) => {
        const results = novaResults.safeParse(received).data
        if (results) message(results)
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

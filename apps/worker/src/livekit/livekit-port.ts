import type { Logger } from 'pino'
import { type ConversationOptions, createLinePort } from '../turn-taking/line-port.ts'
import type { VoicePort } from '../voice-port.ts'
import { agentToken } from './agent-token.ts'
import { deleteRoom } from './delete-room.ts'
import { joinRoom } from './room-line.ts'

export type LiveKitPortOptions = ConversationOptions & {
  /** Of the LiveKit server, `ws://…`. */
  url: string
  apiKey: string
  apiSecret: string
  roomName: string
  identity: string
  contactIdentity: string
  logger: Pick<Logger, 'info' | 'warn'>
}

/** Joins a LiveKit room as the agent: a voice port with the contact in it. Throws when the room cannot be joined. */
export async function createLiveKitPort({ logger, ...options }: LiveKitPortOptions): Promise<VoicePort & { close(): Promise<void> }> {
  const { url, contactIdentity, clock } = options
  const token = await agentToken(options)
  const line = await joinRoom({ url, token, contactIdentity, clock, deleteRoom: () => deleteRoom(options) })
  logger.info({ identity: options.identity }, 'joined the room')
  return createLinePort(line, options)
}

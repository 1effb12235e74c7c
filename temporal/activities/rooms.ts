import { RoomServiceClient, TwirpError } from 'livekit-server-sdk'
import { roomName } from '../contract.ts'

/** Seconds. Nobody came; everybody left. */
const emptyTimeout = 60
const departureTimeout = 10
const requestTimeout = 4

/** The rooms of calls; both ways can be gone again. Throw RoomsError. */
export type Rooms = { create(callId: string): Promise<void>; remove(callId: string): Promise<void> }

export class RoomsError extends Error {
  override readonly name = 'RoomsError'
  readonly code: 'ROOM_SERVER_REFUSED' | 'ROOM_SERVER_UNAVAILABLE'
  readonly retryable: boolean

  constructor(cause: unknown) {
    const isRefused = cause instanceof TwirpError && (cause.status === 401 || cause.status === 403)
    super(isRefused ? 'The room server refuses our key.' : 'The room server does not answer.', { cause })
    this.code = isRefused ? 'ROOM_SERVER_REFUSED' : 'ROOM_SERVER_UNAVAILABLE'
    this.retryable = !isRefused
  }
}

/** `url` is the address browsers use (ws or wss); the room service listens on the same port. */
export function createRooms({ url, apiKey, apiSecret }: { url: string; apiKey: string; apiSecret: string }): Rooms {
  const service = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret, { requestTimeout })
  return {
    async create(callId) {
      await service.createRoom({ name: roomName(callId), emptyTimeout, departureTimeout }).catch(throwTyped)
    },
    async remove(callId) {
      await service.deleteRoom(roomName(callId)).catch((error: unknown) => {
        if (!(error instanceof TwirpError && error.status === 404)) throwTyped(error)
      })
    },
  }
}

function throwTyped(cause: unknown): never {
  throw new RoomsError(cause)
}

import { setTimeout as sleep } from 'node:timers/promises'
import { RoomServiceClient, TwirpError } from 'livekit-server-sdk'
import { LineError } from './line-error.ts'

const tries = 3
const betweenTriesMs = 300

/** Ends the room for everybody in it; resolves when the server has confirmed it, also when it was gone already. Throws `ROOM_NOT_CLOSED`. */
export async function deleteRoom({
  url,
  apiKey,
  apiSecret,
  roomName,
}: {
  url: string
  apiKey: string
  apiSecret: string
  roomName: string
}) {
  const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret)
  for (let left = tries; ; left -= 1) {
    try {
      return await rooms.deleteRoom(roomName)
    } catch (error) {
      if (error instanceof TwirpError && error.code === 'not_found') return
      if (left <= 1) throw new LineError('ROOM_NOT_CLOSED', error)
      await sleep(betweenTriesMs)
    }
  }
}

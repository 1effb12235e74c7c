import { EventEmitter } from 'node:events'
import type { Room } from '@livekit/rtc-node'

/**
 * Disconnects and lets go of the room. rtc-node 1.1.0 keeps a room that the server has closed subscribed to the events of the whole
 * process, so that every dead room would look at every audio frame of every other call: that subscription is ended here.
 */
export async function leaveRoom(room: Room): Promise<void> {
  await room.disconnect()
  room.removeAllListeners()
  const client: unknown = Reflect.get(globalThis, '_ffiClientInstance')
  const listener: unknown = Reflect.get(room, 'onFfiEvent')
  if (client instanceof EventEmitter && isListener(listener)) client.off('ffi_event', listener)
}

const isListener = (value: unknown): value is (...args: unknown[]) => void => typeof value === 'function'

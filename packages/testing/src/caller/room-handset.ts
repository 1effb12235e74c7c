import { AudioStream, type RemoteTrack, Room, RoomEvent, TrackKind } from '@livekit/rtc-node'
import type { Handset, OnSent } from './handset.ts'
import { createHearing } from './hearing.ts'
import { callerRate, openMicrophone } from './microphone.ts'

const frameMs = 10

/** Joins a room as a caller with an open microphone; hears every agent in it. */
export async function openRoomHandset({
  url,
  token,
  onEnd,
  onSent,
}: {
  url: string
  token: string
  onEnd: () => void
  onSent?: OnSent
}): Promise<Handset> {
  const room = new Room()
  const hearing = createHearing(callerRate)
  const readers: ReadableStreamDefaultReader<unknown>[] = []

  const listen = async (track: RemoteTrack) => {
    const reader = new AudioStream(track, { sampleRate: callerRate, numChannels: 1, frameSizeMs: frameMs }).getReader()
    readers.push(reader)
    for (let read = await reader.read(); !read.done; read = await reader.read()) hearing.hear(read.value.data, Date.now())
  }
  room.on(RoomEvent.TrackSubscribed, (track, _publication, participant) => {
    if (track.kind === TrackKind.KIND_AUDIO && participant.identity.startsWith('agent-')) void listen(track).catch(() => undefined)
  })
  room.on(RoomEvent.Disconnected, onEnd)
  await room.connect(url, token, { autoSubscribe: true, dynacast: false })
  const microphone = await openMicrophone(room, onSent)

  return {
    hearing,
    speak: microphone.speak,
    press: async (key) => room.localParticipant?.publishDtmf('0123456789*#'.indexOf(key), key),
    async close() {
      await microphone.close()
      await Promise.all(readers.map((reader) => reader.cancel().catch(() => undefined)))
      await room.disconnect()
    },
  }
}

import { AudioStream, type RemoteTrack, type Room, RoomEvent, TrackKind } from '@livekit/rtc-node'
import { audible, rms } from '../audio.ts'
import { callerRate } from './microphone.ts'

/** A pause shorter than this belongs to the sentence. */
const pauseMs = 250

/** Hears every agent in the room: when it sounds, and all of it as one recording that starts when the ear opens. */
export function openEar(room: Room) {
  const openedAt = Date.now()
  const frames: { at: number; pcm: Int16Array }[] = []
  /** Sounds so far, in epoch milliseconds; the last one may be going on. */
  const sounds: { startedAt: number; lastAt: number }[] = []
  const readers: ReadableStreamDefaultReader<unknown>[] = []

  const listen = async (track: RemoteTrack) => {
    const reader = new AudioStream(track, { sampleRate: callerRate, numChannels: 1, frameSizeMs: 10 }).getReader()
    readers.push(reader)
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const at = Date.now()
      const pcm = read.value.data
      frames.push({ at, pcm })
      if (rms(pcm) <= audible) continue
      const last = sounds.at(-1)
      if (last && at - last.lastAt < pauseMs) last.lastAt = at
      else sounds.push({ startedAt: at, lastAt: at })
    }
  }
  room.on(RoomEvent.TrackSubscribed, (track, _publication, participant) => {
    if (track.kind === TrackKind.KIND_AUDIO && participant.identity.startsWith('agent-')) void listen(track).catch(() => undefined)
  })

  return {
    openedAt,
    sounds: () => sounds,
    /** Milliseconds since the agent last sounded; undefined before its first sound. */
    quietMs: () => {
      const last = sounds.at(-1)
      return last && Date.now() - last.lastAt
    },
    /** Instant at which a sound began that is going on now. */
    soundingSince: () => {
      const last = sounds.at(-1)
      return last && Date.now() - last.lastAt < pauseMs ? last.startedAt : undefined
    },
    /** Everything heard, at 48 kHz, silence where nothing came. */
    recording: (): Int16Array => {
      const last = frames.at(-1)
      const length = last ? Math.ceil(((last.at - openedAt) * callerRate) / 1_000) + callerRate : 0
      const all = new Int16Array(length)
      let cursor = 0
      for (const { at, pcm } of frames) {
        const due = Math.round(((at - openedAt) * callerRate) / 1_000) - pcm.length
        if (due - cursor > callerRate / 10) cursor = due
        all.set(pcm.subarray(0, Math.max(0, Math.min(pcm.length, length - cursor))), Math.min(cursor, length))
        cursor += pcm.length
      }
      return all.subarray(0, Math.min(cursor, length))
    },
    close: async () => {
      await Promise.all(readers.map((reader) => reader.cancel().catch(() => undefined)))
    },
  }
}

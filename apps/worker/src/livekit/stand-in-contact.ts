import { setTimeout as sleep } from 'node:timers/promises'
import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node'
import { AccessToken } from 'livekit-server-sdk'

const rate = 24_000
const frameMs = 10
const frameSamples = (rate * frameMs) / 1_000
const loud = 250

type StandInContact = {
  /** Instants of the agent's sound so far: when it last began and was last heard. */
  agentSound(): { beganAt?: number; lastAt?: number }
  /** Speaks in real time; resolves with the instants of its first and last sample. */
  speak(pcm: Int16Array): Promise<{ from: number; to: number }>
  pressKey(key: string): Promise<void>
  disconnected(): boolean
  leave(): Promise<void>
}

/** For tests: somebody in the room with a microphone and ears, on a real WebRTC connection. */
export async function joinAsContact(options: {
  url: string
  apiKey: string
  apiSecret: string
  roomName: string
  identity: string
}): Promise<StandInContact> {
  const token = new AccessToken(options.apiKey, options.apiSecret, { identity: options.identity })
  token.addGrant({ roomJoin: true, room: options.roomName, canPublish: true, canPublishData: true, canSubscribe: true })
  const room = new Room()
  const sound: { beganAt?: number; lastAt?: number } = {}
  let over = false
  let speech: { pcm: Int16Array; from?: number; at: number; done(from: number, to: number): void } | undefined

  async function hear(track: RemoteTrack) {
    const reader = new AudioStream(track, { sampleRate: rate, numChannels: 1, frameSizeMs: frameMs }).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const energy = value.data.reduce((sum, sample) => sum + sample * sample, 0) / value.data.length
      if (Math.sqrt(energy) < loud) continue
      const now = performance.now()
      if (now - (sound.lastAt ?? 0) > 300) sound.beganAt = now
      sound.lastAt = now
    }
  }

  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === TrackKind.KIND_AUDIO) void hear(track)
  })
  room.on(RoomEvent.Disconnected, () => {
    over = true
  })
  await room.connect(options.url, await token.toJwt(), { autoSubscribe: true, dynacast: false })
  const source = new AudioSource(rate, 1, 0)
  const track = LocalAudioTrack.createAudioTrack('microphone', source)
  await room.localParticipant?.publishTrack(track, new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false }))

  async function pace() {
    for (let next = performance.now(); !over; next += frameMs) {
      const frame = new Int16Array(frameSamples)
      if (speech) {
        speech.from ??= performance.now()
        frame.set(speech.pcm.subarray(speech.at, speech.at + frameSamples))
        speech.at += frameSamples
        if (speech.at >= speech.pcm.length) {
          speech.done(speech.from, performance.now() + frameMs)
          speech = undefined
        }
      }
      await source.captureFrame(new AudioFrame(frame, rate, 1, frameSamples))
      await sleep(Math.max(0, next + frameMs - performance.now()))
    }
  }
  const pacing = pace()

  return {
    agentSound: () => sound,
    speak: (pcm) =>
      new Promise((resolve) => {
        speech = { pcm, at: 0, done: (from, to) => resolve({ from, to }) }
      }),
    pressKey: async (key) => room.localParticipant?.publishDtmf(Number(key), key),
    disconnected: () => over,
    async leave() {
      over = true
      await pacing
      await room.disconnect()
      await track.close()
    },
  }
}

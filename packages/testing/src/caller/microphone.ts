import { setTimeout as sleep } from 'node:timers/promises'
import { AudioFrame, AudioSource, LocalAudioTrack, type Room, TrackPublishOptions, TrackSource } from '@livekit/rtc-node'
import type { OnSent } from './handset.ts'

export const callerRate = 48_000
const frameMs = 10
const frameSamples = (callerRate * frameMs) / 1_000
/** What a quiet room sounds like; complete digital silence would let codecs and detectors cheat. */
const roomNoise = 6

type Playing = { pcm: Int16Array; offset: number; started?: (at: number) => void; finished: (at: number) => void }

/** A microphone that is always on: 10 ms frames by the wall clock, speech when asked, the sound of a room otherwise. */
export async function openMicrophone(room: Room, onSent?: OnSent) {
  const source = new AudioSource(callerRate, 1, 0)
  const track = LocalAudioTrack.createAudioTrack('microphone', source)
  const options = new TrackPublishOptions()
  options.source = TrackSource.SOURCE_MICROPHONE
  await room.localParticipant?.publishTrack(track, options)
  let playing: Playing | undefined
  let open = true
  let noise = 1

  const nextFrame = (): Int16Array => {
    const frame = new Int16Array(frameSamples)
    if (playing) {
      frame.set(playing.pcm.subarray(playing.offset, playing.offset + frameSamples))
      return frame
    }
    for (let i = 0; i < frameSamples; i += 1) {
      noise = (noise * 48_271) % 2_147_483_647
      frame[i] = (noise % roomNoise) - roomNoise / 2
    }
    return frame
  }

  const loop = async () => {
    let next = performance.now()
    while (open) {
      const frame = nextFrame()
      const current = playing
      if (current) {
        if (current.offset === 0) current.started?.(Date.now())
        current.offset += frameSamples
        if (current.offset >= current.pcm.length) playing = undefined
      }
      onSent?.(frame, Date.now())
      await source.captureFrame(new AudioFrame(frame, callerRate, 1, frameSamples))
      if (current && !playing) current.finished(Date.now())
      next += frameMs
      const wait = next - performance.now()
      if (wait > 0) await sleep(wait)
      else if (wait < -200) next = performance.now()
    }
  }
  const running = loop()

  return {
    /** Speaks in real time; resolves with the instants (epoch ms) of the first and after the last sample. */
    speak: (pcm: Int16Array) =>
      new Promise<{ startedAt: number; endedAt: number }>((resolve) => {
        let startedAt = Date.now()
        playing = {
          pcm,
          offset: 0,
          started: (at) => {
            startedAt = at
          },
          finished: (endedAt) => resolve({ startedAt, endedAt }),
        }
      }),
    close: async () => {
      open = false
      await running
      await track.close()
    },
  }
}

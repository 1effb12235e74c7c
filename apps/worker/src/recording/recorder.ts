import type { Recorder } from '../voice-port.ts'
import { createSide, type PlacedAudio } from './side.ts'
import { openWavFile, recordingRate } from './wav-file.ts'

/** What is kept in memory of each call: the newest seconds, so that both sides can arrive late. */
const windowFrames = recordingRate * 4
/** Audio this old (1 s) is written; later frames for it are dropped. */
const settledFrames = recordingRate
const blockFrames = recordingRate / 2
/** Blocks that may wait for a slow disk (30 s of audio) before new ones are given up. */
const mostWaiting = 60
/** A frame further ahead than this (1 h) has no believable instant. */
const farthest = recordingRate * 3_600

export type RecorderOptions = {
  path: string
  /** Instant of the first sample of a new file; an existing file keeps its own clock. */
  now: number
  contactRate?: number
  /** Told once when the disk refuses; the call goes on without a recording from there. */
  onFailure?: (error: unknown) => void
}

/** Opens (or continues) a stereo recording at 16 kHz: left contact, right agent. Frames carry the instant of their first sample. */
export async function createRecorder(options: RecorderOptions): Promise<Recorder> {
  const file = await openWavFile(options.path, options.now)
  const contactSide = createSide(options.contactRate ?? 16_000, file.startedAt)
  const agentSides = new Map<number, ReturnType<typeof createSide>>()
  const agentSide = (rate: number) => {
    const side = agentSides.get(rate) ?? createSide(rate, file.startedAt)
    agentSides.set(rate, side)
    return side
  }
  const ring = new Int16Array(windowFrames * 2)
  /** First frame that is not handed to the file yet, and the frame after the newest one heard. */
  let from = file.frames()
  let end = from
  let waiting = 0
  let broken = false
  let finished = false
  let writes: Promise<void> = Promise.resolve()

  /** One after the other; after a failure nothing more is written. */
  const change = (write: () => Promise<void>) => {
    waiting += 1
    writes = writes
      .then(() => (broken ? undefined : write()))
      .catch((error: unknown) => {
        broken = true
        options.onFailure?.(error)
      })
      .then(() => {
        waiting -= 1
      })
  }

  /** Hands the oldest `frames` of the window to the file and makes room for silence. */
  const hand = (frames: number) => {
    const block = new Int16Array(frames * 2)
    for (let i = 0; i < frames; i += 1) {
      const slot = ((from + i) % windowFrames) * 2
      block[i * 2] = ring[slot] ?? 0
      block[i * 2 + 1] = ring[slot + 1] ?? 0
      ring[slot] = 0
      ring[slot + 1] = 0
    }
    from += frames
    if (!broken) change(() => file.append(block))
  }

  const place = ({ samples, position }: PlacedAudio, channel: 0 | 1) => {
    const until = position + samples.length
    if (finished || broken || waiting > mostWaiting || until - from > farthest) return
    while (until - from > windowFrames) hand(blockFrames)
    for (let i = Math.max(0, from - position); i < samples.length; i += 1) {
      ring[((position + i) % windowFrames) * 2 + channel] = samples[i] ?? 0
    }
    end = Math.max(end, until)
    while (end - from >= settledFrames + blockFrames) hand(blockFrames)
  }

  return {
    contact: (pcm, at) => place(contactSide(pcm, at), 0),
    agent: (pcm, at, rate) => place(agentSide(rate)(pcm, at), 1),
    forget: () => {
      ring.fill(0)
      change(() => file.silence())
    },
    finish: async () => {
      finished = true
      while (from < end) hand(Math.min(blockFrames, end - from))
      await writes
      await file.close()
    },
  }
}

import { callerRate, type Wav } from '@parley/testing'

export const recordingRate = 8_000

/** Pieces of sound and the instants (epoch ms) of their first samples. */
export type Piece = { pcm: Int16Array; at: number }

/** A later piece than this is later in the recording too; a little late means it was sent late but heard in order. */
const apartMs = 100

/** Both ends of a call from `fromAt` on, at 8 kHz: what the caller sent on the left, what the caller heard on the right. */
export function twoSides(sent: readonly Piece[], heard: Int16Array, rate: number, fromAt: number): Wav {
  const left = toRecordingRate(trackOf(sent, rate, fromAt), rate)
  const right = toRecordingRate(heard, rate)
  const length = Math.min(left.length, Math.max(right.length, lastSound(left)))
  const samples = new Int16Array(length * 2)
  for (let i = 0; i < length; i += 1) {
    samples[i * 2] = left[i] ?? 0
    samples[i * 2 + 1] = right[i] ?? 0
  }
  return { sampleRate: recordingRate, channels: 2, samples }
}

function trackOf(pieces: readonly Piece[], rate: number, fromAt: number): Int16Array {
  const last = pieces.at(-1)
  const length = last ? Math.ceil(((last.at - fromAt) * rate) / 1_000) + last.pcm.length : 0
  const track = new Int16Array(Math.max(0, length))
  let cursor = 0
  for (const { pcm, at } of pieces) {
    const due = Math.max(0, Math.round(((at - fromAt) * rate) / 1_000))
    if (due - cursor > (rate * apartMs) / 1_000) cursor = due
    track.set(pcm.subarray(0, Math.max(0, length - cursor)), Math.min(cursor, length))
    cursor += pcm.length
  }
  return track
}

const lastSound = (samples: Int16Array) => samples.findLastIndex((sample) => Math.abs(sample) > 1_000) + 1

/** As a telephone narrows it: averaged down from a microphone's rate. */
function toRecordingRate(samples: Int16Array, rate: number): Int16Array {
  if (rate === recordingRate) return samples
  const step = callerRate / recordingRate
  return Int16Array.from({ length: Math.floor(samples.length / step) }, (_, i) =>
    Math.round(samples.subarray(i * step, (i + 1) * step).reduce((sum, sample) => sum + sample, 0) / step),
  )
}

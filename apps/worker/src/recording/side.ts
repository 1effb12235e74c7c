import { createResampler } from '@parley/audio'
import { recordingRate } from './wav-file.ts'

/** How far a frame's instant may be from where the last one ended and still be its continuation (20 ms). */
const tolerance = (recordingRate * 20) / 1_000
/** A frame softer than this may be shortened when the side runs late. */
const quiet = 300

export type PlacedAudio = { samples: Int16Array; position: number }

const isQuiet = (samples: Int16Array) => samples.every((sample) => Math.abs(sample) < quiet)

/**
 * One side of the recording: where on the common clock each frame belongs. Frames that follow each other are joined without a seam
 * although their instants jitter; a pause keeps its length; a side that came late catches up where it is quiet.
 */
export function createSide(inputRate: number, startedAt: number) {
  const resampler = createResampler(inputRate, recordingRate)
  /** Sample (at 16 kHz since the start of the file) after the last one placed. */
  let cursor = Number.NEGATIVE_INFINITY

  return (pcm: Int16Array, at: number): PlacedAudio => {
    const instant = Math.round(((at - startedAt) * recordingRate) / 1_000)
    const behind = cursor - instant
    const joins = behind >= -tolerance
    if (!joins) resampler.reset()
    let samples = resampler.next(pcm)
    const position = joins ? cursor : Math.max(0, instant)
    if (joins && behind > tolerance && isQuiet(samples)) samples = samples.subarray(Math.min(behind, samples.length))
    cursor = position + samples.length
    return { samples, position }
  }
}

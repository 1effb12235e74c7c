import localInference from '@livekit/local-inference'
import { contactSampleRate } from '../speech/recogniser.ts'

/** Samples of one decision at 16 kHz: 32 ms. */
export const voiceWindow = localInference.VAD_WINDOW_SAMPLES
export const voiceWindowMs = (voiceWindow * 1_000) / contactSampleRate

/** Probability of voice in successive windows of one speaker, in order. */
type VoiceDetector = { detect(window: Int16Array): Promise<number> }

export function createVoiceDetector(): VoiceDetector {
  const model = localInference.createVad()
  return { detect: (window) => model.predict(window) }
}

const slices = 4

/** Loudness (root mean square) of four successive parts of a window. */
export function levelsOf(pcm: Int16Array): number[] {
  const length = pcm.length / slices
  return Array.from({ length: slices }, (_, slice) => {
    let sum = 0
    for (const sample of pcm.subarray(slice * length, (slice + 1) * length)) sum += sample * sample
    return Math.sqrt(sum / length)
  })
}

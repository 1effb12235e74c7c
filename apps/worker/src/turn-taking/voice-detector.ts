import localInference from '@livekit/local-inference'
import { contactSampleRate } from '../speech/recogniser.ts'

/** Samples of one decision at 16 kHz: 32 ms. */
export const voiceWindow = localInference.VAD_WINDOW_SAMPLES
export const voiceWindowMs = (voiceWindow * 1_000) / contactSampleRate

/** Probability of voice in successive windows of one speaker, in order. */
export type VoiceDetector = { detect(window: Int16Array): Promise<number> }

export function createVoiceDetector(): VoiceDetector {
  const model = localInference.createVad()
  return { detect: (window) => model.predict(window) }
}

import { contactSampleRate } from '../speech/recogniser.ts'
import { agentsInference } from './agents-inference.ts'

/** Samples of one decision of the model at 16 kHz: 32 ms. */
export const voiceWindow = 512
export const voiceWindowMs = (voiceWindow * 1_000) / contactSampleRate

/** A window in which nothing is louder than this (16-bit root mean square) has no voice: the model is not asked. */
const silence = 25
/** Windows before the first sound that the model hears too, so that it knows what the silence sounds like. */
const leadWindows = 2

/** Probability of voice in successive windows of one speaker, in order; each is asked for when the one before was answered. */
export type VoiceDetector = { detect(window: Int16Array, levels: readonly number[]): Promise<number> }

export function createVoiceDetector(): VoiceDetector {
  const model = agentsInference.createVad()
  let lead: Int16Array[] = []
  let quietFor = 0
  return {
    async detect(window, levels) {
      quietFor = Math.max(...levels) <= silence ? quietFor + 1 : 0
      // The model follows the end of a voice for some windows more.
      if (quietFor > 2 * leadWindows) {
        lead = [...lead, window].slice(-leadWindows)
        return 0
      }
      for (const earlier of lead.splice(0)) await model.predict(earlier)
      return model.predict(window)
    },
  }
}

const slices = 4

/** Loudness (root mean square) of four successive parts of a window. */
export function levelsOf(pcm: Int16Array): number[] {
  const length = pcm.length / slices
  return Array.from({ length: slices }, (_, slice) => {
    let sum = 0
    for (let i = slice * length; i < (slice + 1) * length; i += 1) sum += (pcm[i] ?? 0) ** 2
    return Math.sqrt(sum / length)
  })
}

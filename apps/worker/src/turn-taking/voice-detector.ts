import { contactSampleRate } from '../speech/recogniser.ts'
import { agentsInference } from './agents-inference.ts'

/** Samples of one decision of the model at 16 kHz: 32 ms. */
export const voiceWindow = 512
export const voiceWindowMs = (voiceWindow * 1_000) / contactSampleRate

/** A window in which nothing is louder than this (16-bit root mean square) has no voice: the model is not asked. */
const silence = 25
/** Windows before the first sound that the model hears too, so that it knows what the silence sounds like. */
const leadWindows = 2
/**
 * After so many windows without voice the model begins anew. What it keeps of earlier windows wears it out: on a telephone line the tenth
 * "uh-huh" was given a hundredth of the probability of the first. Not in a loud sound: a fresh model takes the odd note of music for a voice.
 */
const idleWindows = 10
const voiceless = 0.1
const soft = 300

/** Probability of voice in successive windows of one speaker, in order; each is asked for when the one before was answered. */
export type VoiceDetector = { detect(window: Int16Array, levels: readonly number[]): Promise<number> }

export function createVoiceDetector(): VoiceDetector {
  let model = agentsInference.createVad()
  let lead: Int16Array[] = []
  let quietFor = 0
  let idleFor = 0

  async function ask(window: Int16Array): Promise<number> {
    // The model follows the end of a voice for some windows more.
    if (quietFor > 2 * leadWindows) {
      lead = [...lead, window].slice(-leadWindows)
      return 0
    }
    for (const earlier of lead.splice(0)) await model.predict(earlier)
    return model.predict(window)
  }

  return {
    async detect(window, levels) {
      const loudest = Math.max(...levels)
      quietFor = loudest <= silence ? quietFor + 1 : 0
      const probability = await ask(window)
      idleFor = probability < voiceless && loudest <= soft ? idleFor + 1 : 0
      if (idleFor % idleWindows === idleWindows - 1) model = agentsInference.createVad()
      return probability
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

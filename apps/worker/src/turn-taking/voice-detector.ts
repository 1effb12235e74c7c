import { AudioFrame } from '@livekit/rtc-node'
import { contactSampleRate } from '../speech/recogniser.ts'
import { AgentsVad } from './agents-vad.ts'

/** Samples of one decision of the model at 16 kHz: 32 ms. */
export const voiceWindow = 512
export const voiceWindowMs = (voiceWindow * 1_000) / contactSampleRate

/** Audio the framework keeps per speaker for uses that are not ours; the least it can work with. */
const keptSpeechMs = 100

/** Probability of voice in successive windows of one speaker, in order; each is asked for when the one before was answered. */
export type VoiceDetector = { detect(window: Int16Array): Promise<number>; close(): void }

export function createVoiceDetector(): VoiceDetector {
  const stream = new AgentsVad({ model: 'silero', maxBufferedSpeech: keptSpeechMs, prefixPaddingDuration: 0 }).stream()
  let samples = 0
  let answered = 0
  return {
    async detect(window) {
      samples += window.length
      stream.pushFrame(new AudioFrame(window, contactSampleRate, 1, window.length))
      for (;;) {
        const { done, value } = await stream.next()
        if (done) return 0
        // The first message about a window is its probability; others (speech began, ended) repeat the number of its samples.
        if (value.samplesIndex === samples && value.samplesIndex !== answered) {
          answered = value.samplesIndex
          return value.probability
        }
      }
    },
    close: () => stream.close(),
  }
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

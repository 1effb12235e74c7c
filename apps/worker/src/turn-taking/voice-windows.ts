import { contactSampleRate } from '../speech/recogniser.ts'
import { voiceWindow } from './voice-detector.ts'

/** One window of the voice detector; `at` is the instant of its end. */
export type VoiceWindow = { pcm: Int16Array; at: number }

/** Cuts audio of any frame size into the windows of the voice detector; what is left over waits for the next frame. */
export function createVoiceWindows() {
  let filling = new Int16Array(voiceWindow)
  let filled = 0

  return {
    /** Adds audio that ends at `at`; the windows that became whole. */
    add(pcm: Int16Array, at: number): VoiceWindow[] {
      const whole: VoiceWindow[] = []
      for (let taken = 0; taken < pcm.length; ) {
        const part = pcm.subarray(taken, taken + voiceWindow - filled)
        filling.set(part, filled)
        filled += part.length
        taken += part.length
        if (filled < voiceWindow) break
        whole.push({ pcm: filling, at: at - ((pcm.length - taken) * 1_000) / contactSampleRate })
        filling = new Int16Array(voiceWindow)
        filled = 0
      }
      return whole
    },
  }
}

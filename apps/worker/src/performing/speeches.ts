import { spokenText } from '@parley/flow-runtime/spoken-text'
import { failureCodeOf } from '../failure-code.ts'
import type { Speech, SpeechResult, VoicePort } from '../voice-port.ts'

/** What is being said on a port, or waits for its turn. */
export function createSpeeches(port: VoicePort) {
  const running = new Map<string, { interruptible: boolean; spoken: Promise<void> }>()

  function speak(speech: Speech, finished: (result: SpeechResult) => void) {
    const text = spokenText(speech.text, speech.language)
    const saying = text === '' ? Promise.resolve({ completed: true, heard: '' }) : port.say({ ...speech, text })
    const spoken = saying
      .catch((error: unknown): SpeechResult => {
        return { completed: false, heard: '', failure: { stage: 'synthesis', code: failureCodeOf(error, 'SYNTHESIS_FAILED') } }
      })
      .then((result) => {
        running.delete(speech.id)
        finished(result.completed ? { ...result, heard: speech.text } : result)
      })
    running.set(speech.id, { interruptible: speech.interruptible, spoken })
  }

  return {
    speak,
    /** Everything said so far was played out, interrupted or has failed. */
    quiet: () => Promise.all([...running.values()].map(({ spoken }) => spoken)),
    running: () => [...running].map(([id, { interruptible }]) => ({ id, interruptible })),
  }
}

import type { Language } from '@parley/flow-runtime'
import { contactSampleRate } from '../speech/recogniser.ts'
import { agentsInference } from './agents-inference.ts'

const heardMs = 1_200
/** The framework's own thresholds for its small model. */
const finishedFrom: Record<Language, number> = { en: 0.36, fr: 0.285 }

/** Whether somebody who pauses has finished, by the sound of their last words. One for the process. */
export type EndOfTurnModel = { finished(pcm: Int16Array, language: Language): Promise<boolean> }

/**
 * LiveKit's end-of-turn model: 50 ms on two cores for a pause. Loaded when the first pause in free speech is judged: that takes 250 MB, and blocks for about
 * 200 ms, which the sound that the line has ahead rides out.
 */
export function createEndOfTurnModel(): EndOfTurnModel {
  let loaded = false
  return {
    finished: async (pcm, language) => {
      if (!loaded) agentsInference.initEot()
      loaded = true
      const probability = await agentsInference.predict(pcm.slice(-(heardMs * contactSampleRate) / 1_000))
      return probability >= finishedFrom[language]
    },
  }
}

import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'
import type { Classifier } from './classifier.ts'

/** Below this even the best intent is only noise: "none of these". Flows choose their own, higher threshold. */
export const noneBelow = 0.2

export type Meaning = Omit<Understanding, 'slots' | 'language' | 'engine' | 'tookMs'>

/** What an utterance means among the intents of a request; `classifierOf` gives what was learnt from them. */
export function meaningOf<Request extends Pick<UnderstandRequest, 'text' | 'language' | 'intents'>>(
  request: Request,
  classifierOf: (request: Request) => Classifier,
): Meaning {
  if (request.intents.length === 0) return { intent: null, confidence: 0, candidates: [], reason: 'no intents to choose from' }
  const { ranked, nearest } = classifierOf(request).classify(request.text)
  const best = ranked[0]
  if (!best || best.confidence < noneBelow) {
    return { intent: null, confidence: best?.confidence ?? 0, candidates: ranked, reason: 'resembles none of the samples' }
  }
  const samples = request.intents.find(({ name }) => name === best.intent)?.samples ?? []
  // The nearest words may be a description's, or another intent's that loses as a whole: then there is no sample to show.
  const closestSample = samples.find((sample) => sample === nearest)
  return { intent: best.intent, confidence: best.confidence, candidates: ranked, closestSample, reason: 'resembles the samples' }
}

import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'
import type { CountryCode } from 'libphonenumber-js'
import type { IntentSet, UnderstandingEngine } from '../engine.ts'
import { type Classifier, trainClassifier } from './intents/classifier.ts'
import { englishVocabulary } from './languages/en/vocabulary.ts'
import { createCache } from './model-cache.ts'
import { extractSlots } from './slots/extract-slots.ts'
import { loadRecognizers } from './slots/recognizers.ts'

type LocalEngine = UnderstandingEngine & Required<Pick<UnderstandingEngine, 'warmUp'>>

const modelsKept = 64
/** Below this even the best intent is only noise: "none of these". Flows choose their own, higher threshold. */
const noneBelow = 0.2

/**
 * Understanding without network or chance: intents learned from samples, slots by rules. English.
 * @param defaultRegion country of telephone numbers said without a country code
 */
export function createLocalEngine({ defaultRegion = 'US' }: { defaultRegion?: CountryCode } = {}): LocalEngine {
  const cached = createCache<Classifier>(modelsKept)
  const classifierOf = ({ language, intents }: IntentSet) =>
    cached(JSON.stringify([language, intents]), () => trainClassifier(intents, englishVocabulary))

  return {
    name: 'local',
    warmUp(intentSets = []) {
      loadRecognizers()
      for (const set of intentSets) if (set.intents.length > 0) classifierOf(set)
    },
    async understand(request) {
      const startedAt = performance.now()
      const meaning = meaningOf(request, classifierOf)
      const slots = extractSlots(request, defaultRegion)
      return { ...meaning, slots, engine: 'local', tookMs: performance.now() - startedAt }
    },
  }
}

function meaningOf(
  request: UnderstandRequest,
  classifierOf: (request: UnderstandRequest) => Classifier,
): Omit<Understanding, 'slots' | 'engine' | 'tookMs'> {
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

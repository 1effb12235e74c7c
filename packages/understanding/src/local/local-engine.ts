import type { Language, Understanding, UnderstandRequest } from '@parley/flow-runtime'
import type { CountryCode } from 'libphonenumber-js'
import type { IntentSet, UnderstandingEngine } from '../engine.ts'
import { type Classifier, trainClassifier } from './intents/classifier.ts'
import { detectLanguage } from './languages/detect-language.ts'
import { languages } from './languages/languages.ts'
import { createCache } from './model-cache.ts'
import { extractSlots } from './slots/extract-slots.ts'
import { loadRecognizers } from './slots/recognizers.ts'

type LocalEngine = UnderstandingEngine & Required<Pick<UnderstandingEngine, 'warmUp'>>

const modelsKept = 64
/** Below this even the best intent is only noise: "none of these". Flows choose their own, higher threshold. */
const noneBelow = 0.2

/**
 * Understanding without network or chance: intents learned from samples, slots by rules, in every language that has a folder in languages/.
 * @param defaultRegion country of telephone numbers said without a country code; else the one of the language
 */
export function createLocalEngine({ defaultRegion }: { defaultRegion?: CountryCode } = {}): LocalEngine {
  const cached = createCache<Classifier>(modelsKept)
  const classifierOf = ({ language, intents }: IntentSet) =>
    cached(JSON.stringify([language, intents]), () => trainClassifier(intents, languages[language].vocabulary))

  const slotRulesOf = (language: Language) => {
    const { slots } = languages[language]
    return defaultRegion ? { ...slots, phone: { ...slots.phone, region: defaultRegion } } : slots
  }

  return {
    name: 'local',
    warmUp(intentSets = []) {
      const spoken = new Set(intentSets.map(({ language }) => language))
      for (const language of spoken.size > 0 ? spoken : (['en'] as const)) {
        const { library } = languages[language].slots
        if (library) loadRecognizers(library.culture)
      }
      for (const set of intentSets) if (set.intents.length > 0) classifierOf(set)
    },
    async understand(request) {
      const startedAt = performance.now()
      const meaning = meaningOf(request, classifierOf)
      const slots = extractSlots(request, slotRulesOf(request.language))
      const language = detectLanguage(request.text)?.language
      return { ...meaning, slots, ...(language ? { language } : {}), engine: 'local', tookMs: performance.now() - startedAt }
    },
  }
}

function meaningOf(
  request: UnderstandRequest,
  classifierOf: (request: UnderstandRequest) => Classifier,
): Omit<Understanding, 'slots' | 'language' | 'engine' | 'tookMs'> {
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

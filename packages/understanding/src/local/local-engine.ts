import type { Language } from '@parley/flow-runtime'
import type { CountryCode } from 'libphonenumber-js'
import type { IntentSet, UnderstandingEngine } from '../engine.ts'
import { type Classifier, trainClassifier } from './intents/classifier.ts'
import { meaningOf } from './intents/meaning-of.ts'
import { detectLanguage } from './languages/detect-language.ts'
import { languages } from './languages/languages.ts'
import { createCache } from './model-cache.ts'
import { extractSlots } from './slots/extract-slots.ts'
import { loadRecognizers } from './slots/recognizers.ts'

type LocalEngine = UnderstandingEngine & Required<Pick<UnderstandingEngine, 'warmUp'>>

const modelsKept = 64

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

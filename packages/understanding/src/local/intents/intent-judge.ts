import type { UnderstandRequest } from '@parley/flow-runtime'
import type { IntentSet } from '../../engine.ts'
import { languages } from '../languages/languages.ts'
import { createCache } from '../model-cache.ts'
import { type Classifier, trainClassifier } from './classifier.ts'
import { type Meaning, meaningOf, noneBelow } from './meaning-of.ts'

/** A sample that is not heard as what it means; `heardAs` null: as none of the intents. */
export type Mistake = { intent: string; sample: string; heardAs: string | null; confidence: number }
export type Confusion = { samples: number; mistakes: Mistake[] }

export type IntentJudge = {
  /** What a call would understand. */
  understand(request: Pick<UnderstandRequest, 'text' | 'language' | 'intents'>): Meaning
  /** How the samples are heard when each is left out of what is learnt, as a caller's new sentence would be. */
  confusion(set: IntentSet): Confusion
}

const setsKept = 32

/** The local engine's ear for intents alone, for those who write the samples; what was learnt or measured once is kept. */
export function createIntentJudge(): IntentJudge {
  const learnt = createCache<Classifier>(setsKept)
  const measured = createCache<Confusion>(setsKept)
  const keyOf = ({ language, intents }: IntentSet) => JSON.stringify([language, intents])
  const classifierOf = (set: IntentSet) => learnt(keyOf(set), () => trainClassifier(set.intents, languages[set.language].vocabulary))
  return {
    understand: (request) => meaningOf(request, classifierOf),
    confusion: (set) => measured(keyOf(set), () => confusionOf(classifierOf(set))),
  }
}

function confusionOf(classifier: Classifier): Confusion {
  const heard = classifier.withoutEach()
  const mistakes = heard.flatMap(({ text, intent, ranked }): Mistake[] => {
    const [best] = ranked
    const confidence = best?.confidence ?? 0
    const heardAs = best && confidence >= noneBelow ? best.intent : null
    return heardAs === intent ? [] : [{ intent, sample: text, heardAs, confidence }]
  })
  return { samples: heard.length, mistakes }
}

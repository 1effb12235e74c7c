import type { IntentDeclaration } from '../../flow-head.ts'
import { type Language, language } from '../../text.ts'
import { mayBeAlike, type SampleFeatures, sampleFeatures, similarity } from './sample-features.ts'

/** Two samples of two intents that nothing tells apart. */
export type Collision = { a: string; b: string; language: Language; samples: readonly [string, string]; similarity: number }

/**
 * From here on two samples say nearly the same. Of the 1,050 pairs of intents within a domain of CLINC150, ten samples each, 8 have two such
 * samples, like “how are you” and “how old are you”.
 */
const tooAlike = 0.75

const featuresOf = new WeakMap<IntentDeclaration, Partial<Record<Language, SampleFeatures>>>()
const pairs = new WeakMap<IntentDeclaration, WeakMap<IntentDeclaration, Collision | null>>()

/** The worst two samples of two intents, when they are too alike; measured once for each pair of declarations. */
export function collisionOf(a: IntentDeclaration, b: IntentDeclaration): Collision | undefined {
  let known = pairs.get(a)
  if (!known) {
    known = new WeakMap()
    pairs.set(a, known)
  }
  const before = known.get(b)
  if (before !== undefined) return before ?? undefined
  const worst = worstOf(a, b)
  known.set(b, worst ?? null)
  return worst
}

function worstOf(a: IntentDeclaration, b: IntentDeclaration): Collision | undefined {
  let worst: Collision | undefined
  for (const spoken of language.options) {
    const [ofA, ofB] = [features(a, spoken), features(b, spoken)]
    for (let first = 0; first < ofA.samples.length; first += 1) {
      for (let second = 0; second < ofB.samples.length; second += 1) {
        if (!mayBeAlike(ofA, first, ofB, second)) continue
        const measured = similarity(ofA, first, ofB, second)
        if (measured < tooAlike || measured <= (worst?.similarity ?? 0)) continue
        const samples = [ofA.samples[first] ?? '', ofB.samples[second] ?? ''] as const
        worst = { a: a.name, b: b.name, language: spoken, samples, similarity: measured }
      }
    }
  }
  return worst
}

function features(intent: IntentDeclaration, spoken: Language): SampleFeatures {
  const known = featuresOf.get(intent)
  const before = known?.[spoken]
  if (before) return before
  const found = sampleFeatures((intent.samples[spoken] ?? []).filter((sample) => sample.trim() !== ''))
  featuresOf.set(intent, { ...known, [spoken]: found })
  return found
}

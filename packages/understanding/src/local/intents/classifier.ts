import type { IntentCandidate } from '@parley/flow-runtime'
import type { Vocabulary } from '../languages/vocabulary.ts'
import { belonging, calibrate, type Evidence } from './calibration.ts'
import { type Features, featuresOf } from './features.ts'
import { learnKernelRidge } from './kernel-ridge.ts'
import { createSimilarityIndex } from './similarity-index.ts'
import { trainingRows } from './training-rows.ts'
import { createVectoriser } from './vectoriser.ts'

export type RankedIntent = { intent: string; confidence: number }
/** Best first. `nearest`: the text learnt from that resembles the utterance most. */
export type Classification = { ranked: readonly RankedIntent[]; nearest: string | null }
/** A sample heard as if it had never been learnt; `intent` is the one it stands for. */
export type LeftOut = { text: string; intent: string; ranked: readonly RankedIntent[] }
export type Classifier = {
  classify(text: string): Classification
  /** Every sample, each left out once. */
  withoutEach(): LeftOut[]
}

const sharpness = 9
/** Samples left out one by one for the calibration; more would only cost time. */
const leftOutAtMost = 200
/**
 * Words of grammar, values, yes and no alone ("no we don't", "on Tuesday") are no wish by themselves: they belong as far as a sample is
 * as good as the same, or is a part of them.
 */
const sameWords = 0.65
/** Everyday sentences this similar to a sample are not "none of these" for this flow. */
const tooSimilar = 0.45

/** Trains a classifier on the samples of a node. The same samples always give the same answers. */
export function trainClassifier(intents: readonly IntentCandidate[], vocabulary: Vocabulary): Classifier {
  const rows = trainingRows(intents)
  const features = rows.map((row) => featuresOf(vocabulary, row.text))
  const { size, vectorise } = createVectoriser(features)
  const vectors = features.map(vectorise)
  const index = createSimilarityIndex(vectors, size)
  const gram = vectors.map((vector) => index.similarities(vector))
  const learnt = learnKernelRidge(
    rows.map(({ intent, weight }) => ({ label: intent, weight })),
    intents.length,
    gram,
  )
  const said = features.filter((_, at) => (rows[at]?.weight ?? 0) >= 1)
  const coverageOf = coverageBy(said.length > 0 ? said : features)

  const bare = said.filter(({ contentStems }) => contentStems.length === 0).map(({ counts }) => [...counts.keys()].filter(isWord))

  const evidence: Evidence[] = []
  const stride = Math.max(1, Math.ceil(rows.length / leftOutAtMost))
  for (let i = 0; i < rows.length; i += stride) {
    const own = features[i]
    const similarities = gram[i]
    if (!own || !similarities || (rows[i]?.weight ?? 0) < 1) continue
    const others = similarities.slice()
    others[i] = 0
    const nearest = others[indexOfMax(others)] ?? 0
    evidence.push({ signal: signalOf(learnt.evidence(learnt.leftOut(i)), nearest, coverageOf(own, 1)), belongs: true })
  }
  for (const own of backgroundFeatures(vocabulary)) {
    const similarities = index.similarities(vectorise(own))
    const nearest = similarities[indexOfMax(similarities)] ?? 0
    if (nearest >= tooSimilar) continue
    evidence.push({ signal: signalOf(learnt.evidence(learnt.scores(similarities)), nearest, coverageOf(own)), belongs: false })
  }
  const calibration = calibrate(evidence)

  /** @param similarities to every text learnt from */
  const rank = (own: Features, similarities: Float64Array, scores: readonly number[], leftOut = 0): RankedIntent[] => {
    const likeness = similarities[indexOfMax(similarities)] ?? 0
    const seems = belonging(calibration, signalOf(learnt.evidence(scores), likeness, coverageOf(own, leftOut)))
    const isOwn = own.contentStems.length > 0 || bare.some((words) => words.every((word) => own.counts.has(word)))
    const inside = isOwn ? seems : Math.min(seems, (likeness / sameWords) ** 2)
    const shares = softmax(scores.map((score) => score * sharpness))
    return intents
      .map((intent, i) => ({ intent: intent.name, confidence: inside * Math.sqrt(shares[i] ?? 0), share: shares[i] ?? 0 }))
      .sort((a, b) => b.share - a.share)
      .map(({ intent, confidence }) => ({ intent, confidence }))
  }

  return {
    classify(text) {
      const own = featuresOf(vocabulary, text)
      const similarities = index.similarities(vectorise(own))
      return { ranked: rank(own, similarities, learnt.scores(similarities)), nearest: rows[indexOfMax(similarities)]?.text ?? null }
    },
    withoutEach() {
      return rows.flatMap(({ text, intent, weight }, at): LeftOut[] => {
        const own = features[at]
        const others = gram[at]?.slice()
        const name = intents[intent]?.name
        if (weight < 1 || !own || !others || name === undefined) return []
        others[at] = 0
        return [{ text, intent: name, ranked: rank(own, others, learnt.leftOut(at), 1) }]
      })
    },
  }
}

const isWord = (feature: string) => feature.startsWith('w:')

const everyday = new WeakMap<Vocabulary, readonly Features[]>()
function backgroundFeatures(vocabulary: Vocabulary): readonly Features[] {
  const known = everyday.get(vocabulary)
  if (known) return known
  const features = vocabulary.background.map((text) => featuresOf(vocabulary, text))
  everyday.set(vocabulary, features)
  return features
}

/** How much of what an utterance is about occurs in more than `leftOut` of the texts learnt from. */
function coverageBy(learnt: readonly Features[]): (features: Features, leftOut?: number) => number {
  const stemCounts = new Map<string, number>()
  for (const { contentStems } of learnt) for (const one of new Set(contentStems)) stemCounts.set(one, (stemCounts.get(one) ?? 0) + 1)
  return ({ contentStems }, leftOut = 0) => {
    if (contentStems.length === 0) return 0.5
    return contentStems.filter((one) => (stemCounts.get(one) ?? 0) > leftOut).length / contentStems.length
  }
}

function signalOf(score: number, nearest: number, coverage: number): number {
  return score + 0.5 * nearest + 0.3 * coverage
}

function indexOfMax(values: Float64Array): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}

function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - highest))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

import type { IntentCandidate } from '@parley/flow-runtime'
import { background } from './background.ts'
import { belonging, calibrate, type Evidence } from './calibration.ts'
import { factorise } from './cholesky.ts'
import { type Features, featuresOf } from './features.ts'
import { createSimilarityIndex } from './similarity-index.ts'
import { trainingRows } from './training-rows.ts'
import { createVectoriser } from './vectoriser.ts'

export type RankedIntent = { intent: string; confidence: number }
/** Best first. `belonging`: how likely the utterance is about any of the intents at all. */
export type Classification = { ranked: readonly RankedIntent[]; belonging: number; nearest: string | null }
export type Classifier = { classify(text: string): Classification }

const ridge = 0.4
const sharpness = 9
/** Samples left out one by one for the calibration; more would only cost time. */
const leftOutAtMost = 200
/** Everyday sentences this similar to a sample are not "none of these" for this flow. */
const tooSimilar = 0.45

/**
 * Trains a classifier on the samples of a node: kernel ridge regression on n-gram similarities, one target per intent, solved exactly,
 * so that leaving each sample out costs nothing and the same samples always give the same answers.
 */
export function trainClassifier(intents: readonly IntentCandidate[]): Classifier {
  const rows = trainingRows(intents)
  const features = rows.map((row) => featuresOf(row.text))
  const vectorise = createVectoriser(features)
  const vectors = features.map(vectorise)
  const index = createSimilarityIndex(vectors)
  const gram = vectors.map((vector) => index.similarities(vector))
  const solve = factorise(
    gram.map((line, i) => {
      const lifted = Float64Array.from(line)
      lifted[i] = (lifted[i] ?? 0) + ridge / (rows[i]?.weight ?? 1)
      return lifted
    }),
  )
  const targets = intents.map((_, intent) => Float64Array.from(rows, (row) => (row.intent === intent ? 1 : 0)))
  const duals = targets.map((target) => solve(target))

  const scoresOf = (similarities: Float64Array) => duals.map((dual) => dotProduct(dual, similarities))
  const stemCounts = new Map<string, number>()
  for (const { contentStems } of features) for (const one of new Set(contentStems)) stemCounts.set(one, (stemCounts.get(one) ?? 0) + 1)
  const coverageOf = ({ contentStems }: Features, leftOut = 0) => {
    if (contentStems.length === 0) return 0.5
    return contentStems.filter((one) => (stemCounts.get(one) ?? 0) > leftOut).length / contentStems.length
  }

  const evidence: Evidence[] = []
  const stride = Math.max(1, Math.ceil(rows.length / leftOutAtMost))
  for (let i = 0; i < rows.length; i += stride) {
    const row = rows[i]
    const own = features[i]
    const similarities = gram[i]
    if (!row || !own || !similarities || row.weight < 1) continue
    const unit = new Float64Array(rows.length)
    unit[i] = 1
    const leverage = solve(unit)[i] ?? 1
    const scores = duals.map((dual, intent) => (targets[intent]?.[i] ?? 0) - (dual[i] ?? 0) / leverage)
    const others = similarities.map((value, j) => (j === i ? 0 : value))
    evidence.push({ signal: signalOf(Math.max(...scores), Math.max(...others), coverageOf(own, 1)), belongs: true })
  }
  for (const own of backgroundFeatures()) {
    const similarities = index.similarities(vectorise(own))
    const nearest = Math.max(...similarities)
    if (nearest < tooSimilar)
      evidence.push({ signal: signalOf(Math.max(...scoresOf(similarities)), nearest, coverageOf(own)), belongs: false })
  }
  const calibration = calibrate(evidence)

  return {
    classify(text) {
      const own = featuresOf(text)
      const similarities = index.similarities(vectorise(own))
      const scores = scoresOf(similarities)
      const nearest = indexOfMax(similarities)
      const inside = belonging(calibration, signalOf(Math.max(...scores), similarities[nearest] ?? 0, coverageOf(own)))
      const shares = softmax(scores.map((score) => score * sharpness))
      const ranked = intents
        .map((intent, i) => ({ intent: intent.name, confidence: inside * Math.sqrt(shares[i] ?? 0), share: shares[i] ?? 0 }))
        .sort((a, b) => b.share - a.share)
        .map(({ intent, confidence }) => ({ intent, confidence }))
      return { ranked, belonging: inside, nearest: rows[nearest]?.text ?? null }
    },
  }
}

let everyday: readonly Features[] | undefined
function backgroundFeatures(): readonly Features[] {
  everyday ??= background.map(featuresOf)
  return everyday
}

function signalOf(score: number, nearest: number, coverage: number): number {
  return score + 0.5 * nearest + 0.3 * coverage
}

function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
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

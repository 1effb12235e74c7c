import type { Features } from './features.ts'

/** Weights by feature number, of length one; what no document had only shortens the rest. */
export type Vector = { features: Int32Array; weights: Float64Array }

const rarityPower = 0.8
const kindShare: Readonly<Record<string, number>> = { w: 0.35, m: 0.25, b: 0.2, c: 0.2 }

/** Turns features into vectors: rare features weigh more (idf over the given documents), each kind has a fixed share of the length. */
export function createVectoriser(documents: readonly Features[]): { size: number; vectorise(features: Features): Vector } {
  const numbers = new Map<string, number>()
  const frequencies: number[] = []
  for (const { counts } of documents) {
    for (const feature of counts.keys()) {
      const number = numbers.get(feature) ?? numbers.size
      if (number === numbers.size) numbers.set(feature, number)
      frequencies[number] = (frequencies[number] ?? 0) + 1
    }
  }
  const rarityOf = (frequency: number) => (Math.log((1 + documents.length) / (1 + frequency)) + 1) ** rarityPower
  const rarities = Float64Array.from(frequencies, rarityOf)
  const rarest = rarityOf(0)

  return {
    size: numbers.size,
    vectorise({ counts }) {
      const features = new Int32Array(counts.size)
      const weights = new Float64Array(counts.size)
      const kinds: string[] = []
      const squares: Record<string, number> = { w: 0, m: 0, b: 0, c: 0 }
      let known = 0
      for (const [feature, count] of counts) {
        const number = numbers.get(feature)
        const weight = Math.sqrt(count) * (number === undefined ? rarest : (rarities[number] ?? rarest))
        const kind = feature.charAt(0)
        squares[kind] = (squares[kind] ?? 0) + weight * weight
        if (number === undefined) continue
        features[known] = number
        weights[known] = weight
        kinds[known++] = kind
      }
      for (let at = 0; at < known; at++) {
        const kind = kinds[at] ?? ''
        weights[at] = (weights[at] ?? 0) * Math.sqrt((kindShare[kind] ?? 0) / (squares[kind] || 1))
      }
      return { features: features.subarray(0, known), weights: weights.subarray(0, known) }
    },
  }
}

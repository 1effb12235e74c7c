import type { Features } from './features.ts'

/** Weights by feature, of length one. */
export type Vector = ReadonlyMap<string, number>

const rarityPower = 0.8
const kindShare: Readonly<Record<string, number>> = { w: 0.5, b: 0.25, c: 0.25 }

/** Turns features into vectors: rare features weigh more (idf over the given documents), each kind has a fixed share of the length. */
export function createVectoriser(documents: readonly Features[]): (features: Features) => Vector {
  const frequency = new Map<string, number>()
  for (const { counts } of documents) for (const feature of counts.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  const total = documents.length
  const rarity = (feature: string) => (Math.log((1 + total) / (1 + (frequency.get(feature) ?? 0))) + 1) ** rarityPower

  return ({ counts }) => {
    const weighted = new Map<string, number>()
    const squares: Record<string, number> = { w: 0, b: 0, c: 0 }
    for (const [feature, count] of counts) {
      const weight = Math.sqrt(count) * rarity(feature)
      const kind = feature.charAt(0)
      squares[kind] = (squares[kind] ?? 0) + weight * weight
      weighted.set(feature, weight)
    }
    for (const [feature, weight] of weighted) {
      const kind = feature.charAt(0)
      weighted.set(feature, weight * Math.sqrt((kindShare[kind] ?? 0) / (squares[kind] || 1)))
    }
    return weighted
  }
}

import type { Vector } from './vectoriser.ts'

/** Cosine similarities of a vector to all stored ones, through an inverted index. */
export type SimilarityIndex = { size: number; knows(feature: string): boolean; similarities(vector: Vector): Float64Array }

export function createSimilarityIndex(vectors: readonly Vector[]): SimilarityIndex {
  const rowsOf = new Map<string, { row: number; weight: number }[]>()
  vectors.forEach((vector, row) => {
    for (const [feature, weight] of vector) {
      const rows = rowsOf.get(feature)
      if (rows) rows.push({ row, weight })
      else rowsOf.set(feature, [{ row, weight }])
    }
  })
  return {
    size: vectors.length,
    knows: (feature) => rowsOf.has(feature),
    similarities(vector) {
      const sums = new Float64Array(vectors.length)
      for (const [feature, weight] of vector) {
        for (const entry of rowsOf.get(feature) ?? []) sums[entry.row] = (sums[entry.row] ?? 0) + weight * entry.weight
      }
      return sums
    },
  }
}

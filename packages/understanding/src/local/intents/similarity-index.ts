import type { Vector } from './vectoriser.ts'

/** Cosine similarities of a vector to all stored ones, through an inverted index over the numbers of features. */
export type SimilarityIndex = { similarities(vector: Vector): Float64Array }

/** @param size how many features there are */
export function createSimilarityIndex(vectors: readonly Vector[], size: number): SimilarityIndex {
  const starts = new Int32Array(size + 1)
  for (const { features } of vectors) for (const feature of features) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1
  for (let feature = 0; feature < size; feature++) starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0)
  const rows = new Int32Array(starts[size] ?? 0)
  const weights = new Float64Array(rows.length)
  const next = starts.slice()
  vectors.forEach((vector, row) => {
    vector.features.forEach((feature, at) => {
      const place = next[feature] ?? 0
      rows[place] = row
      weights[place] = vector.weights[at] ?? 0
      next[feature] = place + 1
    })
  })
  return {
    similarities(vector) {
      const sums = new Float64Array(vectors.length)
      vector.features.forEach((feature, at) => {
        const weight = vector.weights[at] ?? 0
        const end = starts[feature + 1] ?? 0
        for (let place = starts[feature] ?? 0; place < end; place++) {
          const row = rows[place] ?? 0
          sums[row] = (sums[row] ?? 0) + weight * (weights[place] ?? 0)
        }
      })
      return sums
    },
  }
}

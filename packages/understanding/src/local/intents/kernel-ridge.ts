import { factorise } from './cholesky.ts'
import { dotProduct } from './dot-product.ts'

/**
 * Scores of every class for the similarities of a text to all rows; near 1 for the right one. `leftOut`: the scores of a row had it not been
 * learnt. `evidence`: how far above that of an unknown text the best score is, as a share of the way to 1.
 */
export type KernelRidge = {
  scores(similarities: Float64Array): number[]
  leftOut(row: number): number[]
  evidence(scores: readonly number[]): number
}
export type LabelledRow = { label: number; weight: number }

const ridge = 0.1
const gamma = 0.5

/**
 * Kernel ridge regression with a Gaussian kernel on cosine similarities, one target per class, solved exactly; leaving rows out follows from
 * the same solution (Cawley and Talbot, 2004).
 * @param gram similarities of every row to every row
 */
export function learnKernelRidge(rows: readonly LabelledRow[], classes: number, gram: readonly Float64Array[]): KernelRidge {
  const size = rows.length
  const matrix = new Float64Array(size * size)
  gram.forEach((line, i) => {
    line.forEach((similarity, j) => {
      matrix[i * size + j] = kernel(similarity) + (i === j ? ridge / (rows[i]?.weight ?? 1) : 0)
    })
  })
  const { solve, inverseAt } = factorise(matrix, size)
  const duals = Array.from({ length: classes }, (_, label) => solve(Float64Array.from(rows, (row) => (row.label === label ? 1 : 0))))
  const scores = (similarities: Float64Array) => {
    const near = similarities.map(kernel)
    return duals.map((dual) => dotProduct(dual, 0, near, 0, size))
  }
  const unknown = scores(new Float64Array(size))

  return {
    scores,
    evidence: (all) => Math.max(...all.map((score, label) => (score - (unknown[label] ?? 0)) / Math.max(0.1, 1 - (unknown[label] ?? 0)))),
    leftOut(row) {
      const leverage = inverseAt(row)
      return duals.map((dual, label) => (rows[row]?.label === label ? 1 : 0) - (dual[row] ?? 0) / leverage)
    },
  }
}

const kernel = (similarity: number) => Math.exp(gamma * (similarity - 1))

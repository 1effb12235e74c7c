import { dotProduct } from './dot-product.ts'

/** A symmetric positive definite matrix, decomposed once. */
export type Factorised = {
  /** x in `matrix · x = right`. */
  solve(right: Float64Array): Float64Array
  /** One element of the diagonal of the inverse. */
  inverseAt(index: number): number
}

/** @param matrix row after row, size × size; only its lower half is read */
export function factorise(matrix: Float64Array, size: number): Factorised {
  const lower = Float64Array.from(matrix)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = (lower[i * size + j] ?? 0) - dotProduct(lower, i * size, lower, j * size, j)
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / (lower[j * size + j] ?? 1)
    }
  }
  const column = new Float64Array(size)
  return {
    solve(right) {
      const solution = Float64Array.from(right)
      for (let i = 0; i < size; i++) {
        const rest = (solution[i] ?? 0) - dotProduct(lower, i * size, solution, 0, i)
        solution[i] = rest / (lower[i * size + i] ?? 1)
      }
      for (let i = size - 1; i >= 0; i--) {
        const value = (solution[i] ?? 0) / (lower[i * size + i] ?? 1)
        solution[i] = value
        for (let k = 0, a = i * size; k < i; k++) solution[k] = (solution[k] ?? 0) - (lower[a + k] ?? 0) * value
      }
      return solution
    },
    inverseAt(index) {
      let squares = 0
      for (let i = index; i < size; i++) {
        const rest = (i === index ? 1 : 0) - dotProduct(lower, i * size + index, column, index, i - index)
        const value = rest / (lower[i * size + i] ?? 1)
        column[i] = value
        squares += value * value
      }
      return squares
    },
  }
}

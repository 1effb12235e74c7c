/** A symmetric positive definite matrix, decomposed once. */
export type Factorised = {
  /** x in `matrix · x = right`. */
  solve(right: Float64Array): Float64Array
  /** The diagonal of the inverse. */
  inverseDiagonal(): Float64Array
}

/** @param matrix row after row, size × size; only its lower half is read */
export function factorise(matrix: Float64Array, size: number): Factorised {
  const lower = Float64Array.from(matrix)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * size + j] ?? 0
      for (let k = 0, a = i * size, b = j * size; k < j; k++) sum -= (lower[a + k] ?? 0) * (lower[b + k] ?? 0)
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * size + j] ?? 1)
    }
  }
  return {
    solve(right) {
      const solution = Float64Array.from(right)
      for (let i = 0; i < size; i++) {
        let sum = solution[i] ?? 0
        for (let k = 0, a = i * size; k < i; k++) sum -= (lower[a + k] ?? 0) * (solution[k] ?? 0)
        solution[i] = sum / (lower[i * size + i] ?? 1)
      }
      for (let i = size - 1; i >= 0; i--) {
        const value = (solution[i] ?? 0) / (lower[i * size + i] ?? 1)
        solution[i] = value
        for (let k = 0, a = i * size; k < i; k++) solution[k] = (solution[k] ?? 0) - (lower[a + k] ?? 0) * value
      }
      return solution
    },
    inverseDiagonal() {
      const diagonal = new Float64Array(size)
      const column = new Float64Array(size)
      for (let j = 0; j < size; j++) {
        let squares = 0
        for (let i = j; i < size; i++) {
          let sum = i === j ? 1 : 0
          for (let k = j, a = i * size; k < i; k++) sum -= (lower[a + k] ?? 0) * (column[k] ?? 0)
          const value = sum / (lower[i * size + i] ?? 1)
          column[i] = value
          squares += value * value
        }
        diagonal[j] = squares
      }
      return diagonal
    },
  }
}

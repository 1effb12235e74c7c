/** Solves `matrix · x = right` for a symmetric positive definite matrix, as often as wanted after one decomposition. */
export function factorise(matrix: readonly Float64Array[]): (right: Float64Array) => Float64Array {
  const size = matrix.length
  const lower = matrix.map((row) => Float64Array.from(row))
  for (let i = 0; i < size; i++) {
    const rowI = at(lower, i)
    for (let j = 0; j <= i; j++) {
      const rowJ = at(lower, j)
      let sum = rowI[j] ?? 0
      for (let k = 0; k < j; k++) sum -= (rowI[k] ?? 0) * (rowJ[k] ?? 0)
      rowI[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (rowJ[j] ?? 1)
    }
  }
  return (right) => {
    const solution = Float64Array.from(right)
    for (let i = 0; i < size; i++) {
      const row = at(lower, i)
      let sum = solution[i] ?? 0
      for (let k = 0; k < i; k++) sum -= (row[k] ?? 0) * (solution[k] ?? 0)
      solution[i] = sum / (row[i] ?? 1)
    }
    for (let i = size - 1; i >= 0; i--) {
      const row = at(lower, i)
      const value = (solution[i] ?? 0) / (row[i] ?? 1)
      solution[i] = value
      for (let k = 0; k < i; k++) solution[k] = (solution[k] ?? 0) - (row[k] ?? 0) * value
    }
    return solution
  }
}

function at(rows: readonly Float64Array[], index: number): Float64Array {
  const row = rows[index]
  if (!row) throw new RangeError(`no row ${index}`)
  return row
}

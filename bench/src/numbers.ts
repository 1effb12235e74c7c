/** The middle value, rounded to a tenth; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const value =
    sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
  return value === undefined ? Number.NaN : Math.round(value * 10) / 10
}

/** The value below which that share of the values lies, rounded to a hundredth; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.floor(share * (sorted.length - 1))]
  return value === undefined ? Number.NaN : Math.round(value * 100) / 100
}

/** 0 for none. */
export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)

/** @param share 0.5 for the median, 1 for the highest; 0 for no values */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(share * (values.length - 1))] ?? 0

/** How likely a value of the first kind is above one of the second; 0.5 is chance, ties count half. */
export function auroc(inside: readonly number[], outside: readonly number[]): number {
  let wins = 0
  for (const a of inside) for (const b of outside) wins += a > b ? 1 : a === b ? 0.5 : 0
  return wins / Math.max(1, inside.length * outside.length)
}

/** Mean over classes of the harmonic mean of precision and recall; a class neither there nor answered does not count. */
export function macroF1(answers: readonly { expected: string; answered: string | undefined }[]): number {
  const classes = new Set(answers.map(({ expected }) => expected))
  return mean(
    [...classes].map((one) => {
      const right = answers.filter(({ expected, answered }) => expected === one && answered === one).length
      const there = answers.filter(({ expected }) => expected === one).length
      const claimed = answers.filter(({ answered }) => answered === one).length
      return (2 * right) / (there + claimed)
    }),
  )
}
